/**
 * Keeps the highest scores of a stream exactly, with the two photos of each, in typed arrays of a fixed size.
 * Whenever the room is full, the lower part is dropped by quickselect, so any number of scores passes in linear time.
 */
export class ScoreTail {
  readonly #scores: Float64Array;
  readonly #a: Uint32Array;
  readonly #b: Uint32Array;
  readonly #kept: number;
  #size = 0;
  #floor = Number.NEGATIVE_INFINITY;

  /** @param kept how many of the highest scores stay exact; twice as much room is taken */
  constructor(kept: number) {
    this.#kept = kept;
    this.#scores = new Float64Array(2 * kept);
    this.#a = new Uint32Array(2 * kept);
    this.#b = new Uint32Array(2 * kept);
  }

  add(score: number, a: number, b: number): void {
    if (score < this.#floor) return;
    this.#scores[this.#size] = score;
    this.#a[this.#size] = a;
    this.#b[this.#size] = b;
    this.#size += 1;
    if (this.#size === this.#scores.length) this.#dropLower();
  }

  /** Every score at or above `floor` is in the tail; −Infinity if none was ever dropped. Sorted, highest first. */
  sorted(): SortedTail {
    const scores = this.#scores;
    const order = Uint32Array.from({ length: this.#size }, (_, index) => index);
    order.sort((x, y) => scores[y] - scores[x]);
    return {
      scores: Float64Array.from(order, (index) => scores[index]),
      a: order.map((index) => this.#a[index]),
      b: order.map((index) => this.#b[index]),
      floor: this.#floor,
    };
  }

  /** Leaves the highest and lifts the floor. Of the scores equal to the lowest kept some may be gone, so none of them stays. */
  #dropLower(): void {
    this.#selectHighest();
    let lowest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.#kept; i++) lowest = Math.min(lowest, this.#scores[i] ?? lowest);
    let size = 0;
    for (let i = 0; i < this.#kept; i++) if (this.#scores[i] > lowest) this.#swap(i, size++);
    this.#size = size;
    this.#floor = nextUp(lowest);
  }

  #selectHighest(): void {
    let [left, right] = [0, this.#size - 1];
    while (left < right) {
      const [above, below] = this.#partition(left, right);
      if (this.#kept <= above) right = above - 1;
      else if (this.#kept > below) left = below;
      else return;
    }
  }

  /** Splits into higher than, equal to and lower than a middle score; returns where the equal ones begin and end. */
  #partition(left: number, right: number): [number, number] {
    const pivot = this.#scores[(left + right) >>> 1];
    let [above, below, i] = [left, right, left];
    while (i <= below) {
      const score = this.#scores[i];
      if (score > pivot) this.#swap(i++, above++);
      else if (score < pivot) this.#swap(i, below--);
      else i += 1;
    }
    return [above, below + 1];
  }

  #swap(i: number, j: number): void {
    swapIn(this.#scores, i, j);
    swapIn(this.#a, i, j);
    swapIn(this.#b, i, j);
  }
}

function swapIn(array: Float64Array | Uint32Array, i: number, j: number): void {
  const kept = array[i];
  array[i] = array[j];
  array[j] = kept;
}

export interface SortedTail {
  /** Highest first. */
  readonly scores: Float64Array;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Counts of scores at or above any threshold from here upward are exact. */
  readonly floor: number;
}

const view = new DataView(new ArrayBuffer(8));

/** The smallest double greater than `value`. */
export function nextUp(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  if (!Number.isFinite(value)) return value;
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return view.getFloat64(0);
}
