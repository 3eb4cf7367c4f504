/** How a command ended: 0 done, 1 the answer is no, 2 could not. */
export type ExitCode = 0 | 1 | 2;

/** What every command of the harness gives back; it never prints and never ends the process. */
export interface CommandResult<Report> {
  readonly exitCode: ExitCode;
  /** Null if the command could not be carried out. */
  readonly report: Report | null;
  /** For a person: what was found or why it could not be done. */
  readonly text: string;
  readonly files: readonly string[];
}

export function couldNot(text: string): CommandResult<never> {
  return { exitCode: 2, report: null, text, files: [] };
}
