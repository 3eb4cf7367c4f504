import { readFileSync } from 'node:fs';
import { DatasetError } from './dataset-error.js';

/** @throws DatasetError if the file is not there or cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw DatasetError.of(file, isMissing ? 'There is no such file.' : 'The file cannot be read.');
  }
}
