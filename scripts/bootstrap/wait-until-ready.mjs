import { setTimeout as sleep } from 'node:timers/promises';
import { lastLines } from './run-tool.mjs';
import { BootstrapError } from './say.mjs';

const EVERY_MS = 200;

/** @param {{ name: string, code: number | null, signal: string | null, lastLines: string[], logFile: string }} end */
export function describeEnd(end) {
  const how = end.signal ? `was ended by ${end.signal}` : `stopped by itself with code ${end.code}`;
  const lines = end.lastLines.length > 0 ? `; its last lines were:\n${lastLines(end.lastLines.join('\n'), 12)}` : '';
  return `The ${end.name} ${how} (log: ${end.logFile})${lines}`;
}

async function answers(url) {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.status < 400;
  } catch {
    return false;
  }
}

/**
 * Waits until a URL answers with a status below 400.
 *
 * @param {{ name: string, url: string, withinMs: number, ended: Promise<object> }} options ended: see Supervisor
 * @throws BootstrapError if a server ends while we wait, or the time is over
 */
export async function waitUntilReady({ name, url, withinMs, ended }) {
  const until = Date.now() + withinMs;
  while (!(await answers(url))) {
    const end = await Promise.race([ended, sleep(EVERY_MS)]);
    if (end) throw new BootstrapError(describeEnd(end));
    if (Date.now() > until) {
      throw new BootstrapError(`The ${name} did not answer at ${url} within ${withinMs / 1000} seconds.`);
    }
  }
}
