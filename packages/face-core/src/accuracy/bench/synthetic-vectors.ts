import { createEmbedding, type Embedding } from '../../embed/embedding.js';
import { type SeededRandom, seededRandom } from '../metrics/seeded-random.js';

const STEPS = 65_536;

/** Vectors of no face at all: every number evenly spread around zero, scaled to unit length; the same ones for the same seed. */
export class SyntheticVectors {
  readonly #random: SeededRandom;

  constructor(
    private readonly modelId: string,
    private readonly dimensions: number,
    seed = 1,
  ) {
    this.#random = seededRandom(seed);
  }

  next(): Embedding {
    const values = Float32Array.from(
      { length: this.dimensions },
      () => this.#random.nextBelow(STEPS) - (STEPS - 1) / 2,
    );
    return createEmbedding(this.modelId, values);
  }

  /** Another vector whose cosine with the given one is about `similarity` (0 to 1): a second photo of the same person. */
  alike({ vector }: Embedding, similarity: number): Embedding {
    const other = this.next().vector;
    const share = Math.sqrt(1 - similarity ** 2);
    return createEmbedding(
      this.modelId,
      vector.map((value, i) => similarity * value + share * (other[i] as number)),
    );
  }
}
