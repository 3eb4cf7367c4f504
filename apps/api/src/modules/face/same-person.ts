import { type Embedding, type OperatingPoint, verify } from '@rollcall/face-core';

/**
 * The largest group of photos that hang together: each matches at least one other of the group at the operating point.
 * Matching every other one would refuse one honest set of three in eight; a photo of somebody else joins a group only
 * at the false match rate of the operating point.
 *
 * @returns indices into `embeddings`, in order; of several largest groups the first
 */
export function largestGroup(embeddings: readonly Embedding[], point: OperatingPoint): readonly number[] {
  const unseen = new Set(embeddings.keys());
  let largest: readonly number[] = [];
  for (const start of embeddings.keys()) {
    if (!unseen.delete(start)) continue;
    const group = grow([start], unseen, embeddings, point);
    if (group.length > largest.length) largest = group;
  }
  return largest;
}

function grow(
  group: number[],
  unseen: Set<number>,
  embeddings: readonly Embedding[],
  point: OperatingPoint,
): readonly number[] {
  for (const member of group) {
    for (const candidate of [...unseen]) {
      if (!isMatch(embeddings[member], embeddings[candidate], point)) continue;
      unseen.delete(candidate);
      group.push(candidate);
    }
  }
  return group.sort((one, other) => one - other);
}

function isMatch(one: Embedding | undefined, other: Embedding | undefined, point: OperatingPoint): boolean {
  return one !== undefined && other !== undefined && verify(one, [other], point).outcome === 'MATCH';
}
