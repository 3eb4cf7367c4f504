/** What every command ends with: done, the answer is no, or it could not be done. */
export const EXIT = { done: 0, no: 1, failed: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Something the person at the terminal can put right: one clear sentence. */
export class CliError extends Error {
  override readonly name = 'CliError';
}
