import { basename, dirname, resolve } from 'node:path';
import { CsvTable } from './csv-rows.js';
import { DatasetError, type DatasetProblem } from './dataset-error.js';
import { type PairDataset, type PairList, PhotoIndex } from './photo-set.js';
import { readText } from './read-text.js';
import { labelSubjects } from './subject-labels.js';

const SAME = new Map([
  ...['1', 'true', 'yes', 'same'].map((word) => [word, 1] as const),
  ...['0', 'false', 'no', 'different'].map((word) => [word, 0] as const),
]);

/** Comparisons as one reader found them, before they are packed. */
export interface RawPairs {
  readonly photos: PhotoIndex;
  readonly a: number[];
  readonly b: number[];
  readonly isSame: number[];
  readonly folds: number[] | null;
}

/**
 * Reads a CSV with the columns `path_a,path_b,same` and, if it likes, `fold` (a whole number; every row then needs one).
 * Paths are relative to `root`, which defaults to the folder of the CSV.
 *
 * @throws DatasetError naming the rows with a field that cannot be read or a photo that is not there
 */
export function readPairsCsv(file: string, root: string = dirname(file)): PairDataset {
  const table = new CsvTable(readText(file), basename(file), ['path_a', 'path_b', 'same']);
  const hasFolds = table.hasColumn('fold');
  const raw: RawPairs = { photos: new PhotoIndex(), a: [], b: [], isSame: [], folds: hasFolds ? [] : null };
  const problems: DatasetProblem[] = [];
  for (const row of table.rows) {
    const refuse = (message: string) => problems.push({ file: table.file, row: row.row, message });
    const [pathA, pathB] = [table.field(row, 'path_a'), table.field(row, 'path_b')];
    const isSame = SAME.get(table.field(row, 'same').toLowerCase());
    const fold = Number(table.field(row, 'fold') || Number.NaN);
    if (pathA === '' || pathB === '') refuse('A path is empty.');
    else if (pathA === pathB) refuse(`"${pathA}" is compared with itself.`);
    else if (isSame === undefined) refuse(`"same" must be 1 or 0, not "${table.field(row, 'same')}".`);
    else if (hasFolds && !Number.isInteger(fold))
      refuse(`"fold" must be a whole number, not "${table.field(row, 'fold')}".`);
    else {
      raw.a.push(raw.photos.add(pathA, row.row));
      raw.b.push(raw.photos.add(pathB, row.row));
      raw.isSame.push(isSame);
      raw.folds?.push(fold);
    }
  }
  if (problems.length > 0) throw new DatasetError(problems);
  return buildPairDataset(raw, root, table.file);
}

/**
 * Checks that every photo exists, packs the pairs and labels the subjects.
 *
 * @throws DatasetError if there is no pair or a photo is missing
 */
export function buildPairDataset(raw: RawPairs, root: string, file: string): PairDataset {
  if (raw.a.length === 0) throw DatasetError.of(file, 'There is no pair in the file.');
  const missing = raw.photos.findMissing(root, file);
  if (missing.length > 0) throw new DatasetError(missing);
  const pairs: PairList = {
    a: Uint32Array.from(raw.a),
    b: Uint32Array.from(raw.b),
    isSame: Uint8Array.from(raw.isSame),
    folds: raw.folds === null ? null : Int32Array.from(raw.folds),
  };
  const { names } = raw.photos;
  const { subjects, subjectCount, warnings } = labelSubjects(names, pairs);
  return {
    name: `${basename(resolve(root))}/${file}`,
    photos: { names, root, subjects, subjectCount },
    pairs,
    warnings,
  };
}
