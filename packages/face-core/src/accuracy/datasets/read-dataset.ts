import { readLfwPairs } from './lfw-pairs.dataset.js';
import { readPairsCsv } from './pairs-csv.dataset.js';
import type { PairDataset } from './photo-set.js';
import { readText } from './read-text.js';

/**
 * Reads a file of pairs: LFW's `pairs.txt` if its first line is one or two whole numbers, else a CSV.
 *
 * @throws DatasetError if the file is not there or cannot be used
 */
export function readPairs(file: string, root?: string): PairDataset {
  const firstLine = readText(file).split(/\r?\n/, 1)[0] ?? '';
  return /^\s*\d+(\s+\d+)?\s*$/.test(firstLine) ? readLfwPairs(file, root) : readPairsCsv(file, root);
}
