/** The environment for a peer process: ours, with one thread for every library, as our worker has. */
export function oneThreadEnvironment(): Readonly<Record<string, string | undefined>> {
  return {
    ...process.env,
    OMP_NUM_THREADS: '1',
    TF_NUM_INTRAOP_THREADS: '1',
    TF_NUM_INTEROP_THREADS: '1',
    TF_CPP_MIN_LOG_LEVEL: '2',
  };
}
