import { statSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import type { DatasetProblem } from './dataset-error.js';

/** The distinct photos of a data set, each with the subject it shows. */
export interface PhotoSet {
  /** Names relative to `root`, with `/` on every system; what a report shows. */
  readonly names: readonly string[];
  readonly root: string;
  /** Index of the subject of each photo, from 0. */
  readonly subjects: Uint32Array;
  readonly subjectCount: number;
}

/** Labelled comparisons of photos by index. `folds` has the fold number of each pair as the file gives it, or is null. */
export interface PairList {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly isSame: Uint8Array;
  readonly folds: Int32Array | null;
}

export interface PairDataset {
  /** A name without a path: what a report is headed with. */
  readonly name: string;
  readonly photos: PhotoSet;
  readonly pairs: PairList | null;
  /** Contradictions in the labels, in whole sentences; empty for a clean set. */
  readonly warnings: readonly string[];
}

export function photoPath(photos: PhotoSet, index: number): string {
  const name = photos.names[index];
  if (name === undefined) throw new RangeError(`There is no photo ${index}.`);
  return isAbsolute(name) ? name : join(photos.root, name);
}

/** Gathers distinct photo names and remembers the row that named each first. */
export class PhotoIndex {
  readonly names: string[] = [];
  readonly #indexByName = new Map<string, number>();
  readonly #rows: (number | null)[] = [];

  add(name: string, row: number | null): number {
    const known = this.#indexByName.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    this.#indexByName.set(name, index);
    this.names.push(name);
    this.#rows.push(row);
    return index;
  }

  /** One problem for each photo that is not a file under `root`. */
  findMissing(root: string, file: string): DatasetProblem[] {
    return this.names.flatMap((name, index) => {
      const path = isAbsolute(name) ? name : resolve(root, name);
      const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      return isFile ? [] : [{ file, row: this.#rows[index] ?? null, message: `There is no photo "${name}".` }];
    });
  }
}
