import { dirname } from 'node:path';
import type { PairList } from './photo-set.js';

export interface SubjectLabels {
  readonly subjects: Uint32Array;
  readonly subjectCount: number;
  readonly warnings: readonly string[];
}

/**
 * Says which subject each photo of a pair list shows. Photos that a pair calls the same are one subject. Photos of one
 * folder are too, unless the list has an impostor pair inside a folder (then folders are not identities). A pair called
 * different whose photos are linked as the same subject is a contradiction and is reported.
 *
 * Two photos of one person that no genuine pair and no folder links count as two subjects: bootstrap intervals over
 * subjects are then a little too narrow.
 */
export function labelSubjects(names: readonly string[], pairs: PairList): SubjectLabels {
  const groups = new DisjointSets(names.length);
  if (isFolderIdentity(names, pairs)) joinFolders(names, groups);
  for (let i = 0; i < pairs.a.length; i++) if (pairs.isSame[i] === 1) groups.join(pairs.a[i], pairs.b[i]);
  const { labels, count } = groups.labels();
  return { subjects: labels, subjectCount: count, warnings: contradictions(names, pairs, labels) };
}

function isFolderIdentity(names: readonly string[], pairs: PairList): boolean {
  for (let i = 0; i < pairs.a.length; i++) {
    if (pairs.isSame[i] === 1) continue;
    if (dirname(names[pairs.a[i]] ?? '') === dirname(names[pairs.b[i]] ?? '')) return false;
  }
  return true;
}

function joinFolders(names: readonly string[], groups: DisjointSets): void {
  const firstOfFolder = new Map<string, number>();
  names.forEach((name, index) => {
    const folder = dirname(name);
    if (folder === '.') return;
    const first = firstOfFolder.get(folder);
    if (first === undefined) firstOfFolder.set(folder, index);
    else groups.join(first, index);
  });
}

function contradictions(names: readonly string[], pairs: PairList, labels: Uint32Array): string[] {
  const found: string[] = [];
  for (let i = 0; i < pairs.a.length; i++) {
    const a = pairs.a[i];
    const b = pairs.b[i];
    if (pairs.isSame[i] === 0 && labels[a] === labels[b])
      found.push(
        `"${names[a]}" and "${names[b]}" are called different, but other pairs link them as the same subject.`,
      );
  }
  return found;
}

/** Union–find with path halving. */
class DisjointSets {
  readonly #parent: Uint32Array;

  constructor(size: number) {
    this.#parent = Uint32Array.from({ length: size }, (_, index) => index);
  }

  join(a: number, b: number): void {
    this.#parent[this.#root(a)] = this.#root(b);
  }

  labels(): { labels: Uint32Array; count: number } {
    const labelOfRoot = new Map<number, number>();
    const labels = this.#parent.map((_, index) => {
      const root = this.#root(index);
      const label = labelOfRoot.get(root) ?? labelOfRoot.size;
      labelOfRoot.set(root, label);
      return label;
    });
    return { labels, count: labelOfRoot.size };
  }

  #root(start: number): number {
    let node = start;
    for (let up = this.#parent[node]; up !== node; up = this.#parent[node]) {
      this.#parent[node] = this.#parent[up];
      node = this.#parent[node];
    }
    return node;
  }
}
