/**
 * Unit-length vectors of one dimension in one growing block of memory, addressed by a dense row number.
 * Removing a row moves the last row into its place, so rows stay dense and a scan touches no gap.
 */
export class VectorStore {
  readonly dimension: number;
  #block: Float32Array;
  #count = 0;

  constructor(dimension: number, initialCapacity = 64) {
    this.dimension = dimension;
    this.#block = new Float32Array(dimension * initialCapacity);
  }

  get count(): number {
    return this.#count;
  }

  /** Copies the vector in. @returns its row */
  push(vector: Float32Array): number {
    const end = (this.#count + 1) * this.dimension;
    if (end > this.#block.length) this.#grow();
    this.#block.set(vector, this.#count * this.dimension);
    this.#count += 1;
    return this.#count - 1;
  }

  /** Removes a row. @returns the row that was moved into its place, or null if the last row was removed */
  removeRow(row: number): number | null {
    const last = this.#count - 1;
    const size = this.dimension;
    if (row !== last) this.#block.copyWithin(row * size, last * size, (last + 1) * size);
    this.#block.fill(0, last * size, (last + 1) * size);
    this.#count = last;
    return row === last ? null : last;
  }

  /** A view of one row, valid until the store changes. */
  row(row: number): Float32Array {
    return this.#block.subarray(row * this.dimension, (row + 1) * this.dimension);
  }

  /** Dot product of the probe with one row: cosine similarity, as both have unit length. */
  similarity(probe: Float32Array, row: number): number {
    const block = this.#block;
    const size = this.dimension;
    const base = row * size;
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let i = 0;
    for (; i + 3 < size; i += 4) {
      a += (probe[i] as number) * (block[base + i] as number);
      b += (probe[i + 1] as number) * (block[base + i + 1] as number);
      c += (probe[i + 2] as number) * (block[base + i + 2] as number);
      d += (probe[i + 3] as number) * (block[base + i + 3] as number);
    }
    for (; i < size; i += 1) a += (probe[i] as number) * (block[base + i] as number);
    return a + b + c + d;
  }

  /** Overwrites every vector with zeroes. */
  clear(): void {
    this.#block.fill(0);
    this.#count = 0;
  }

  #grow(): void {
    const larger = new Float32Array(this.#block.length * 2);
    larger.set(this.#block);
    this.#block.fill(0);
    this.#block = larger;
  }
}
