import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatasetError, type DatasetProblem } from './dataset-error.js';
import { buildPairDataset, type RawPairs } from './pairs-csv.dataset.js';
import { type PairDataset, PhotoIndex } from './photo-set.js';
import { readText } from './read-text.js';

const EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp'] as const;

/**
 * Reads the `pairs.txt` of Labeled Faces in the Wild (Huang et al., 2007). The first line holds the number of folds and
 * of pairs of each kind in a fold, or only the latter for one fold; `name i j` is a genuine pair, `name i name j` an
 * impostor pair, fields parted by tabs or spaces. Photo `i` of a person is `root/name/name_000i.jpg`.
 *
 * @throws DatasetError naming the lines that cannot be read, a wrong count, or a photo that is not there
 */
export function readLfwPairs(file: string, root: string = dirname(file)): PairDataset {
  const name = basename(file);
  const [header, ...lines] = readText(file).trimEnd().split(/\r?\n/);
  const counts = (header ?? '').trim().split(/\s+/).map(Number);
  if (counts.length > 2 || !counts.every((count) => Number.isInteger(count) && count > 0))
    throw DatasetError.of(name, 'The first line must hold the number of folds and of pairs, such as "10 300".', 1);
  const [foldCount, perKind] = counts.length === 2 ? [counts[0] ?? 1, counts[1] ?? 0] : [1, counts[0] ?? 0];
  const expected = 2 * foldCount * perKind;
  if (lines.length !== expected)
    throw DatasetError.of(name, `The first line promises ${expected} pairs, the file has ${lines.length}.`, 1);
  const raw: RawPairs = { photos: new PhotoIndex(), a: [], b: [], isSame: [], folds: foldCount > 1 ? [] : null };
  const problems: DatasetProblem[] = [];
  lines.forEach((line, index) => {
    const row = index + 2;
    const pair = parseLine(line);
    if (pair === null) problems.push({ file: name, row, message: 'Expected "name i j" or "name i name j".' });
    else addPair(raw, root, pair, row, 1 + Math.floor(index / (2 * perKind)));
  });
  if (problems.length > 0) throw new DatasetError(problems);
  return buildPairDataset(raw, root, name);
}

interface LfwPair {
  readonly nameA: string;
  readonly indexA: number;
  readonly nameB: string;
  readonly indexB: number;
}

function parseLine(line: string): LfwPair | null {
  const fields = line.trim().split(/\s+/);
  if (fields.length !== 3 && fields.length !== 4) return null;
  const [nameA = '', first = ''] = fields;
  const nameB = fields.length === 4 ? (fields[2] ?? '') : nameA;
  const [indexA, indexB] = [Number(first), Number(fields.at(-1))];
  return [indexA, indexB].every((index) => Number.isInteger(index) && index > 0)
    ? { nameA, indexA, nameB, indexB }
    : null;
}

function addPair(raw: RawPairs, root: string, pair: LfwPair, row: number, fold: number): void {
  raw.a.push(raw.photos.add(photoName(root, pair.nameA, pair.indexA), row));
  raw.b.push(raw.photos.add(photoName(root, pair.nameB, pair.indexB), row));
  raw.isSame.push(pair.nameA === pair.nameB ? 1 : 0);
  raw.folds?.push(fold);
}

function photoName(root: string, name: string, index: number): string {
  const stem = `${name}/${name}_${String(index).padStart(4, '0')}`;
  const found = EXTENSIONS.find((extension) => existsSync(join(root, `${stem}.${extension}`)));
  return `${stem}.${found ?? EXTENSIONS[0]}`;
}
