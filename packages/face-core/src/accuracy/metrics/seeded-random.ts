/** Numbers that repeat for the same seed: every figure drawn with chance can be drawn again. */
export interface SeededRandom {
  /** A whole number from 0 to `bound − 1`. */
  nextBelow(bound: number): number;
}

/** Weyl sequence with the 32-bit finaliser of MurmurHash3 over it; passes what resampling asks of it, no cryptography. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let hash = state;
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
  };
  return { nextBelow: (bound) => Math.floor((next() / 2 ** 32) * bound) };
}

/** Fisher–Yates shuffle of 0 … length − 1. */
export function shuffledIndexes(length: number, random: SeededRandom): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  for (let i = length - 1; i > 0; i--) {
    const j = random.nextBelow(i + 1);
    const kept = order[i];
    order[i] = order[j];
    order[j] = kept;
  }
  return order;
}
