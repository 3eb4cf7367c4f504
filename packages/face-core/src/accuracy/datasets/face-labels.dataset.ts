import { basename, dirname, resolve } from 'node:path';
import type { FaceBox, Point } from '../../detect/face-detection.js';
import { type CsvRow, CsvTable } from './csv-rows.js';
import { DatasetError, type DatasetProblem } from './dataset-error.js';
import { PhotoIndex } from './photo-set.js';
import { readText } from './read-text.js';

/** The faces that somebody marked in one photo: boxes, or noses, or only their number. */
export interface LabelledPhoto {
  readonly name: string;
  /** Faces that should be found. */
  readonly faces: number;
  readonly boxes: readonly FaceBox[];
  /** Faces that count neither as found nor as missed. */
  readonly ignored: readonly FaceBox[];
  readonly noses: readonly Point[];
}

export interface FaceLabels {
  readonly name: string;
  readonly root: string;
  readonly photos: readonly LabelledPhoto[];
}

type Mutable = { faces: number; boxes: FaceBox[]; ignored: FaceBox[]; noses: Point[] };

/**
 * Reads a CSV with `path` and one of: `x,y,w,h[,ignore]`, a box a row; `noses_x:y`, points split by semicolons, a photo
 * a row; `clear_faces`, a number, a photo a row. Pixels are those of the upright photo.
 *
 * @throws DatasetError naming the rows that cannot be read
 */
export function readFaceLabels(file: string, root: string = dirname(file)): FaceLabels {
  const table = new CsvTable(readText(file), basename(file), ['path']);
  const read = readerOf(table);
  const photos = new Map<string, Mutable>();
  const index = new PhotoIndex();
  const problems: DatasetProblem[] = [];
  for (const row of table.rows) {
    const name = table.field(row, 'path');
    const photo = photos.get(name) ?? { faces: 0, boxes: [], ignored: [], noses: [] };
    if (!read(row, photo))
      problems.push({ file: table.file, row: row.row, message: 'The label has no usable number.' });
    index.add(name, row.row);
    photos.set(name, photo);
  }
  problems.push(...index.findMissing(root, table.file));
  if (problems.length > 0) throw new DatasetError(problems);
  if (photos.size === 0) throw DatasetError.of(table.file, 'There is no photo in the file.');
  const name = `${basename(resolve(root))}/${table.file}`;
  return {
    name,
    root,
    photos: [...photos].map(([photo, labels]) => ({ name: photo, ...labels, faces: countOf(labels) })),
  };
}

function countOf({ faces, boxes, noses }: Mutable): number {
  return faces + boxes.length + noses.length;
}

/** Adds the labels of a row to its photo; false if they are no numbers. */
function readerOf(table: CsvTable): (row: CsvRow, photo: Mutable) => boolean {
  const numberOf = (row: CsvRow, column: string) => Number(table.field(row, column) || Number.NaN);
  if (['x', 'y', 'w', 'h'].every((column) => table.hasColumn(column)))
    return (row, { boxes, ignored }) => {
      const [x, y, width, height] = ['x', 'y', 'w', 'h'].map((column) => numberOf(row, column));
      // A photo without a face has a row without a box.
      if (table.field(row, 'x') === '') return true;
      (table.field(row, 'ignore') === '1' ? ignored : boxes).push({ x, y, width, height });
      return [x, y, width, height].every(Number.isFinite);
    };
  if (table.hasColumn('noses_x:y'))
    return (row, photo) => {
      const noses = table.field(row, 'noses_x:y').split(';').filter(Boolean);
      photo.noses.push(...noses.map((nose): Point => [Number(nose.split(':')[0]), Number(nose.split(':')[1])]));
      return photo.noses.flat().every(Number.isFinite);
    };
  if (table.hasColumn('clear_faces'))
    return (row, photo) => {
      photo.faces = numberOf(row, 'clear_faces');
      return Number.isInteger(photo.faces);
    };
  throw DatasetError.of(table.file, 'It needs x,y,w,h or noses_x:y or clear_faces.', 1);
}
