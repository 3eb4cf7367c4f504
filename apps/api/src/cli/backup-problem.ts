import { BackupError } from '@rollcall/db';
import { CliError } from './exit-codes.js';
import { fileProblem } from './file-problem.js';

/** @throws CliError what stands in the way of a backup or a restore; any other error as it is */
export function inOneSentence(error: unknown, file: string): never {
  if (error instanceof BackupError) throw new CliError(error.message, { cause: error });
  if ((error as { code?: unknown }).code === 'EEXIST')
    throw new CliError(`${file} is there already. Name another file.`, { cause: error });
  throw fileProblem(error, file);
}
