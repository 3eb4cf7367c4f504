import { CliError } from './exit-codes.js';

/** Why a file of the user's cannot be written, in words; everything else is a fault of ours. */
const FILE_PROBLEMS: Readonly<Record<string, (file: string) => string>> = {
  ENOENT: (file) => `The folder of ${file} does not exist.`,
  ENOTDIR: (file) => `The folder of ${file} is a file.`,
  EISDIR: (file) => `${file} is a folder. Name a file.`,
  EACCES: (file) => `You may not write ${file}.`,
  ENOSPC: (file) => `There is no room on the disk for ${file}.`,
};

/** What to throw when `file` could not be written. */
export function fileProblem(error: unknown, file: string): unknown {
  const problem = FILE_PROBLEMS[String((error as { code?: unknown }).code)];
  return problem === undefined ? error : new CliError(problem(file), { cause: error });
}
