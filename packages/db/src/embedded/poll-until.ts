import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL_MS = 50;

/** Asks again and again until the answer is true. @returns false if the time ran out */
export async function pollUntil(ask: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (await ask().catch(() => false)) return true;
    await delay(INTERVAL_MS);
  }
  return false;
}
