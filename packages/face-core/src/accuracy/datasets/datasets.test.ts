import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCsvRows } from './csv-rows.js';
import { readFoldersWithPairs } from './folders-with-pairs.js';
import { readIdentityFolders } from './identity-folders.dataset.js';
import { readPadLabels } from './pad-labels.dataset.js';
import { photoPath } from './photo-set.js';
import { readPairs } from './read-dataset.js';

/** A folder with empty files; the readers only ask whether a photo is there. */
function folderWith(files: readonly string[], lists: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'dataset-'));
  for (const file of [...files, ...Object.keys(lists)]) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), lists[file] ?? '');
  }
  return root;
}

const PHOTOS = ['ann/1.jpg', 'ann/2.jpg', 'bob/1.jpg'];

describe('rows of a CSV', () => {
  it('follow RFC 4180 and know the line they start on', () => {
    const rows = parseCsvRows('\uFEFFa,b\r\n"x, ""y""\nz", w \n\nlast,', 'f.csv');
    expect(rows).toEqual([
      { row: 1, fields: ['a', 'b'] },
      { row: 2, fields: ['x, "y"\nz', 'w'] },
      { row: 5, fields: ['last', ''] },
    ]);
  });

  it('an open quote is refused with its row', () => {
    expect(() => parseCsvRows('a\n"b', 'f.csv')).toThrow('f.csv, row 2: A quote is opened and never closed.');
  });
});

describe('a CSV of pairs', () => {
  it('gives each photo once, the folds, and folders as subjects', () => {
    const root = folderWith(PHOTOS, {
      'pairs.csv': 'same,path_b,path_a,fold\n1,ann/2.jpg,ann/1.jpg,3\nfalse,bob/1.jpg,ann/1.jpg,4\n',
    });
    const { photos, pairs, warnings } = readPairs(join(root, 'pairs.csv'));
    expect(photos.names).toEqual(['ann/1.jpg', 'ann/2.jpg', 'bob/1.jpg']);
    expect(pairs).toMatchObject({ a: Uint32Array.of(0, 0), b: Uint32Array.of(1, 2), isSame: Uint8Array.of(1, 0) });
    expect(pairs?.folds).toEqual(Int32Array.of(3, 4));
    expect(photos.subjectCount).toBe(2);
    expect(photoPath(photos, 2)).toBe(join(root, 'bob/1.jpg'));
    expect(warnings).toEqual([]);
  });

  it('lists every bad row with its number', () => {
    const root = folderWith(PHOTOS, {
      'pairs.csv': 'path_a,path_b,same\nann/1.jpg,ann/1.jpg,1\nann/1.jpg,,1\nann/1.jpg,bob/1.jpg,maybe\n',
    });
    expect(() => readPairs(join(root, 'pairs.csv'))).toThrow(
      [
        'pairs.csv, row 2: "ann/1.jpg" is compared with itself.',
        'pairs.csv, row 3: A path is empty.',
        'pairs.csv, row 4: "same" must be 1 or 0, not "maybe".',
      ].join('\n'),
    );
  });

  it('refuses a photo that is not there, a missing column, an empty file and a missing file', () => {
    const root = folderWith(PHOTOS, {
      'a.csv': 'path_a,path_b,same\nann/1.jpg,eve/1.jpg,0\n',
      'b.csv': 'path_a,same\n',
      'c.csv': '',
      'd.csv': 'path_a,path_b,same\n',
    });
    expect(() => readPairs(join(root, 'a.csv'))).toThrow('a.csv, row 2: There is no photo "eve/1.jpg".');
    expect(() => readPairs(join(root, 'b.csv'))).toThrow('b.csv, row 1: The header lacks path_b');
    expect(() => readPairs(join(root, 'c.csv'))).toThrow('c.csv: The file is empty.');
    expect(() => readPairs(join(root, 'd.csv'))).toThrow('d.csv: There is no pair in the file.');
    expect(() => readPairs(join(root, 'e.csv'))).toThrow('There is no such file.');
  });

  it('takes folders as subjects only if no impostor pair lies inside one, and reports contradictions', () => {
    const flat = folderWith(['1.jpg', '2.jpg', '3.jpg'], {
      'pairs.csv': 'path_a,path_b,same\n1.jpg,2.jpg,1\n2.jpg,3.jpg,0\n',
      'bad.csv': 'path_a,path_b,same\n1.jpg,2.jpg,1\n2.jpg,3.jpg,1\n1.jpg,3.jpg,0\n',
    });
    expect([...readPairs(join(flat, 'pairs.csv')).photos.subjects]).toEqual([0, 0, 1]);
    expect(readPairs(join(flat, 'bad.csv')).warnings).toHaveLength(1);
  });
});

describe("LFW's pairs.txt", () => {
  const names = ['A/A_0001.jpg', 'A/A_0002.png', 'B/B_0001.jpg', 'C/C_0010.jpg'];

  it('is told from a CSV and gives folds in order', () => {
    const root = folderWith(names, { 'pairs.txt': '2\t1\nA\t1\t2\nA\t1\tB\t1\nA 2 1\nB 1 C 10\n' });
    const { photos, pairs } = readPairs(join(root, 'pairs.txt'));
    expect(photos.names).toEqual(names);
    expect([...(pairs?.isSame ?? [])]).toEqual([1, 0, 1, 0]);
    expect([...(pairs?.folds ?? [])]).toEqual([1, 1, 2, 2]);
  });

  it('a wrong count, an odd line and a missing photo are refused', () => {
    const root = folderWith(names, {
      'a.txt': '2 1\nA 1 2\n',
      'b.txt': '1\nA 1 2\nA x B 1\n',
      'c.txt': '1\nA 1 7\nA 1 B 1\n',
    });
    expect(() => readPairs(join(root, 'a.txt'))).toThrow('promises 4 pairs, the file has 1');
    expect(() => readPairs(join(root, 'b.txt'))).toThrow('b.txt, row 3: Expected "name i j"');
    expect(() => readPairs(join(root, 'c.txt'))).toThrow('c.txt, row 2: There is no photo "A/A_0007.jpg".');
  });
});

describe('identity folders', () => {
  it('give every photo its person and skip what is none', () => {
    const { photos, pairs } = readIdentityFolders(folderWith([...PHOTOS, 'notes.txt', 'ann/readme.md', 'empty/x.txt']));
    expect(photos.names).toEqual(PHOTOS);
    expect([...photos.subjects]).toEqual([0, 0, 1]);
    expect(pairs).toBeNull();
  });

  it('need two people', () => {
    expect(() => readIdentityFolders(folderWith(['ann/1.jpg']))).toThrow('found photos of 1');
    expect(() => readIdentityFolders('/nonexistent-folder')).toThrow('There is no such folder.');
  });
});

describe('identity folders with a file of pairs', () => {
  it('hold every photo once, the pairs over them, and report labels that the folders contradict', () => {
    const root = folderWith([...PHOTOS, 'eve/1.jpg'], {
      'pairs.csv': 'path_a,path_b,same\nbob/1.jpg,eve/1.jpg,0\nann/2.jpg,ann/1.jpg,0\n',
    });
    const { photos, pairs, warnings } = readFoldersWithPairs(join(root, 'pairs.csv'), root);
    expect(photos.names).toEqual([...PHOTOS, 'eve/1.jpg']);
    expect([...(pairs?.a ?? [])]).toEqual([2, 1]);
    expect([...(pairs?.b ?? [])]).toEqual([3, 0]);
    expect(warnings).toEqual(['"ann/2.jpg" and "ann/1.jpg" are called different; their folders say otherwise.']);
  });

  it('refuse a pair outside the folders', () => {
    const root = folderWith([...PHOTOS, 'loose.jpg'], { 'pairs.csv': 'path_a,path_b,same\nloose.jpg,ann/1.jpg,0\n' });
    expect(() => readFoldersWithPairs(join(root, 'pairs.csv'), root)).toThrow(
      '"loose.jpg" is not in a folder of one person',
    );
  });
});

describe('labels of presentations', () => {
  it('give attack species and sources', () => {
    const root = folderWith(['r.jpg', 's.jpg'], {
      'labels.csv': 'path,label,attack,source_clip\nr.jpg,real,,x\ns.jpg,spoof,print,y\n',
    });
    expect(readPadLabels(join(root, 'labels.csv')).presentations).toEqual([
      { name: 'r.jpg', isBonaFide: true, attack: '', source: 'x' },
      { name: 's.jpg', isBonaFide: false, attack: 'print', source: 'y' },
    ]);
  });

  it('an unknown label and a missing photo are refused with their rows', () => {
    const root = folderWith(['r.jpg'], { 'labels.csv': 'path,label\nr.jpg,perhaps\nq.jpg,real\n' });
    expect(() => readPadLabels(join(root, 'labels.csv'))).toThrow(
      'labels.csv, row 2: "label" must be real or spoof, not "perhaps".\nlabels.csv, row 3: There is no photo "q.jpg".',
    );
  });
});
