import { spawn } from 'node:child_process';
import { ROOT } from './paths.mjs';

const MAX_KEPT_CHARACTERS = 64 * 1024 * 1024;

/**
 * Runs a program to its end and keeps what it printed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, isVerbose?: boolean }} [options] isVerbose also shows the output
 *   as it comes; default false
 * @returns {Promise<{ code: number, stdout: string, output: string }>} output holds stdout and stderr together; of both
 *   the last 64 M characters are kept; a program that cannot be started gives code 127
 */
export function runTool(program, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    let stdout = '';
    const child = spawn(program, args, {
      cwd: options.cwd ?? ROOT,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk) => {
      output = (output + chunk).slice(-MAX_KEPT_CHARACTERS);
      if (options.isVerbose) process.stdout.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      stdout = (stdout + chunk).slice(-MAX_KEPT_CHARACTERS);
      keep(chunk);
    });
    child.stderr.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 127, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, output }));
  });
}

/** @param {string} output @param {number} count @returns {string} its last lines that are not empty */
export function lastLines(output, count) {
  return output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-count)
    .join('\n');
}
