/** Something the person at the keyboard can mend: its message is the one sentence they see, without a stack. */
export class BootstrapError extends Error {}

/** @param {string} [line] */
export function say(line = '') {
  process.stdout.write(`${line}\n`);
}

/** @param {number} ms @returns {string} "8 s" or "2 min 5 s" */
export function formatDuration(ms) {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/**
 * Runs one step and says how it went: one line when it is quick or had nothing to do, and a sign of life every
 * 15 seconds otherwise.
 *
 * @param {string} name
 * @param {() => Promise<string | undefined>} run answers what to put after the name; default "done"
 */
export async function step(name, run) {
  const startedAt = Date.now();
  const timer = setInterval(() => say(`  … ${name}, ${formatDuration(Date.now() - startedAt)}`), 15_000);
  try {
    const note = (await run()) ?? 'done';
    const tookMs = Date.now() - startedAt;
    say(`✓ ${name}: ${note}${tookMs >= 1000 ? ` (${formatDuration(tookMs)})` : ''}`);
  } finally {
    clearInterval(timer);
  }
}

/**
 * Runs a whole command: a BootstrapError ends it with its sentence, anything else with its stack; exit code 1 either way.
 *
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n${error instanceof BootstrapError ? `✗ ${error.message}` : error.stack}\n`);
    process.exit(1);
  }
}
