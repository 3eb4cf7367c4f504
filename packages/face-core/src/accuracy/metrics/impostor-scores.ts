import { ScoreTail, type SortedTail } from './score-tail.js';

/** Similarities are cosines: −1 to 1. */
const BIN_COUNT = 65_536;
const LOWEST = -1;
const BIN_WIDTH = 2 / BIN_COUNT;
/** At least this many of the highest scores are exact, and a fiftieth of them all: enough for any FMR up to 2 %. */
const MIN_EXACT = 131_072;
const EXACT_SHARE = 0.02;

/** Gathers the similarities of pairs of different people: a histogram of all, and the highest exactly. */
export class ImpostorScores {
  readonly #tail: ScoreTail;
  readonly #bins = new Float64Array(BIN_COUNT);
  #n = 0;

  /** @param expected how many scores will come, at most; only sizes the exact part */
  constructor(expected: number) {
    this.#tail = new ScoreTail(Math.max(MIN_EXACT, Math.ceil(expected * EXACT_SHARE)));
  }

  /** @throws RangeError for a score that is not a number */
  add(score: number, a: number, b: number): void {
    if (Number.isNaN(score)) throw new RangeError(`The comparison of the photos ${a} and ${b} gave no number.`);
    this.#n += 1;
    const bin = binOf(score);
    this.#bins[bin] += 1;
    this.#tail.add(score, a, b);
  }

  finish(): ImpostorDistribution {
    return new ImpostorDistribution(this.#n, this.#tail.sorted(), this.#bins);
  }
}

function binOf(score: number): number {
  return Math.max(0, Math.min(BIN_COUNT - 1, Math.floor((score - LOWEST) / BIN_WIDTH)));
}

/** The false-match side of a test: how many of `n` impostor comparisons reach any threshold. */
export class ImpostorDistribution {
  readonly n: number;
  readonly tail: SortedTail;
  /** `atOrAbove[i]`: how many scores fall in bin i or a higher one. */
  readonly #atOrAbove: Float64Array;

  constructor(n: number, tail: SortedTail, bins: Float64Array) {
    this.n = n;
    this.tail = tail;
    this.#atOrAbove = new Float64Array(BIN_COUNT + 1);
    for (let i = BIN_COUNT - 1; i >= 0; i--) this.#atOrAbove[i] = this.#atOrAbove[i + 1] + bins[i];
  }

  /** True where counts and thresholds are exact and not read from the histogram (bins of 1/32,768). */
  isExactAt(threshold: number): boolean {
    return threshold >= this.tail.floor;
  }

  /** Number of scores ≥ threshold; below the exact part, linear inside the bin. */
  countAtOrAbove(threshold: number): number {
    if (this.isExactAt(threshold)) return countDescendingAtOrAbove(this.tail.scores, threshold);
    const bin = binOf(threshold);
    const inside = (threshold - LOWEST) / BIN_WIDTH - bin;
    const [here, above] = [this.#atOrAbove[bin], this.#atOrAbove[bin + 1]];
    return Math.round(here - (here - above) * Math.max(0, Math.min(1, inside)));
  }

  fmr(threshold: number): number {
    return this.countAtOrAbove(threshold) / this.n;
  }

  /** Score number `rank` from the top (0 is the highest), from the histogram below the exact part; −1 beyond the last. */
  scoreAtRank(rank: number): number {
    const exact = this.tail.scores[rank];
    if (exact !== undefined) return exact;
    let [low, high] = [0, BIN_COUNT];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#atOrAbove[middle] > rank) low = middle;
      else high = middle - 1;
    }
    return LOWEST + low * BIN_WIDTH;
  }

  /** Shares of all scores in `count` equal parts of −1…1, for a picture. */
  histogram(count: number): number[] {
    const step = BIN_COUNT / count;
    return Array.from({ length: count }, (_, i) => {
      const from = this.#atOrAbove[Math.round(i * step)];
      const to = this.#atOrAbove[Math.round((i + 1) * step)];
      return (from - to) / Math.max(1, this.n);
    });
  }
}

function countDescendingAtOrAbove(descending: Float64Array, threshold: number): number {
  let [low, high] = [0, descending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (descending[middle] >= threshold) low = middle + 1;
    else high = middle;
  }
  return low;
}
