const STEPS = 20_000_000;
const ROUNDS = 7;
const FACTOR = 0x01000193;
/** Latency of a 32-bit integer multiplication in cycles: 3 on every x86-64 core since 2008 and on current ARM cores. */
const MULTIPLY_CYCLES = 3;

/**
 * Clock of one core in GHz where the operating system tells none (virtual machines): the time of a chain of integer
 * multiplications, each waiting for the one before. The best of several rounds, since others may use the core.
 */
export function estimateClockGHz(): number {
  let best = Number.POSITIVE_INFINITY;
  let value = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    value = multiplyChain(value | 1, FACTOR + 2 * round);
    best = Math.min(best, performance.now() - from);
  }
  // The result is used, so that the loop cannot be optimised away.
  return value === 0 ? Number.NaN : (STEPS * MULTIPLY_CYCLES) / (best * 1e6);
}

/** The factor comes from outside: known to the compiler, it would fold the chain into one multiplication. */
function multiplyChain(start: number, factor: number): number {
  let value = start;
  for (let i = 0; i < STEPS; i += 8) {
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
    value = Math.imul(value, factor);
  }
  return value;
}
