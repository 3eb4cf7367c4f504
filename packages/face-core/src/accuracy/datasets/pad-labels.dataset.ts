import { basename, dirname, resolve } from 'node:path';
import { CsvTable } from './csv-rows.js';
import { DatasetError, type DatasetProblem } from './dataset-error.js';
import { PhotoIndex } from './photo-set.js';
import { readText } from './read-text.js';

/** A presentation: a photo of a person, or of an attack instrument. */
export interface Presentation {
  readonly name: string;
  readonly isBonaFide: boolean;
  /** Species of the attack instrument (`print`, `phone` …); empty for a bona fide presentation. */
  readonly attack: string;
  /** The recording it was cut from. Frames of one recording are not independent; empty if unknown. */
  readonly source: string;
}

export interface PadDataset {
  readonly name: string;
  readonly root: string;
  readonly presentations: readonly Presentation[];
}

const BONA_FIDE = new Set(['real', 'live', 'genuine', 'bona_fide', 'bonafide', '1']);
const ATTACK = new Set(['spoof', 'attack', 'fake', '0']);

/**
 * Reads a CSV with the columns `path,label` and, if it likes, `attack,source_clip`. `label` is `real` (also live,
 * genuine, bona_fide, 1) or `spoof` (also attack, fake, 0). Paths are relative to `root`, by default the CSV's folder.
 *
 * @throws DatasetError naming the rows with an unknown label or a photo that is not there
 */
export function readPadLabels(file: string, root: string = dirname(file)): PadDataset {
  const table = new CsvTable(readText(file), basename(file), ['path', 'label']);
  const photos = new PhotoIndex();
  const presentations: Presentation[] = [];
  const problems: DatasetProblem[] = [];
  for (const row of table.rows) {
    const name = table.field(row, 'path');
    const label = table.field(row, 'label').toLowerCase();
    const isBonaFide = BONA_FIDE.has(label);
    if (!isBonaFide && !ATTACK.has(label))
      problems.push({ file: table.file, row: row.row, message: `"label" must be real or spoof, not "${label}".` });
    photos.add(name, row.row);
    presentations.push({
      name,
      isBonaFide,
      attack: table.field(row, 'attack'),
      source: table.field(row, 'source_clip'),
    });
  }
  problems.push(...photos.findMissing(root, table.file));
  if (presentations.length === 0) throw DatasetError.of(table.file, 'There is no photo in the file.');
  if (problems.length > 0) throw new DatasetError(problems);
  return { name: `${basename(resolve(root))}/${table.file}`, root, presentations };
}
