import { DatasetError } from './dataset-error.js';
import { readIdentityFolders } from './identity-folders.dataset.js';
import type { PairDataset, PairList } from './photo-set.js';
import { readPairs } from './read-dataset.js';

/**
 * All photos of the identity folders under `root`, with the pairs of a file over them, so that one run embeds each photo
 * once for both protocols. The folders say who is who.
 *
 * @throws DatasetError as both readers do, and if a pair names a photo outside the folders or contradicts them
 */
export function readFoldersWithPairs(pairsFile: string, root: string): PairDataset {
  const folders = readIdentityFolders(root);
  const listed = readPairs(pairsFile, root);
  if (listed.pairs === null) throw DatasetError.of(listed.name, 'There is no pair in the file.');
  const indexOf = new Map(folders.photos.names.map((name, index) => [name, index]));
  const place = listed.photos.names.map((name) => {
    const index = indexOf.get(name.replaceAll('\\', '/').replace(/^\.\//, ''));
    if (index === undefined)
      throw DatasetError.of(listed.name, `"${name}" is not in a folder of one person under ${folders.name}.`);
    return index;
  });
  const move = (indexes: Uint32Array) => indexes.map((index) => place[index] ?? 0);
  const pairs: PairList = { ...listed.pairs, a: move(listed.pairs.a), b: move(listed.pairs.b) };
  return {
    ...folders,
    name: `${folders.name} (${listed.name.split('/').at(-1)} and all pairs)`,
    pairs,
    warnings: contradictions(folders, pairs),
  };
}

function contradictions({ photos: { names, subjects } }: PairDataset, pairs: PairList): string[] {
  const found: string[] = [];
  pairs.isSame.forEach((isSame, i) => {
    const [a, b] = [pairs.a[i], pairs.b[i]];
    if ((subjects[a] === subjects[b]) === (isSame === 1)) return;
    found.push(
      `"${names[a]}" and "${names[b]}" are called ${isSame === 1 ? 'the same' : 'different'}; their folders say otherwise.`,
    );
  });
  return found;
}
