import type { ExitCode } from './exit-codes.js';
import type { Terminal } from './output.js';

/** What a command hands back; commander itself has no return values. */
export interface CliState {
  readonly terminal: Terminal;
  exitCode: ExitCode;
}
