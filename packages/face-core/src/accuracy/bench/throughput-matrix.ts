/** How many child processes, and threads inside each. */
export interface EngineShape {
  readonly workers: number;
  readonly threads: number;
}

const THREADS = [1, 2] as const;

/** One and two workers, one for each core but one, and one for each core; each with one thread and with two. */
export function throughputMatrix(cores: number): readonly EngineShape[] {
  const workers = [...new Set([1, 2, Math.max(1, cores - 1), cores])].sort((one, other) => one - other);
  return workers.flatMap((count) => THREADS.map((threads) => ({ workers: count, threads })));
}
