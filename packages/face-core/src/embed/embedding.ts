import { inspect } from 'node:util';
import { DomainError } from '@rollcall/contracts';

/**
 * A face as a vector of unit length; comparable only with embeddings of the same model. It can be turned back into a
 * face, so it stays on the server: printing it or making JSON of it gives the model and nothing else.
 */
export interface Embedding {
  readonly modelId: string;
  /** Unit length. */
  readonly vector: Float32Array;
  /** Length of the model's own output before normalising; absent where it was not kept (a stored template). */
  readonly rawNorm?: number;
}

/**
 * Scales a vector to unit length and seals it against printing.
 *
 * @param rawNorm length of the model's output, if `vector` has unit length already; by default the length of `vector`
 * @throws DomainError `MODEL_INTEGRITY` if a value is not finite or all are zero
 */
export function createEmbedding(modelId: string, vector: Float32Array, rawNorm?: number): Embedding {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  if (!Number.isFinite(norm) || norm === 0) {
    throw new DomainError('MODEL_INTEGRITY', { internal: `${modelId} gave a vector without a length` });
  }
  return new SealedEmbedding(
    modelId,
    vector.map((value) => value / norm),
    rawNorm ?? norm,
  );
}

class SealedEmbedding implements Embedding {
  readonly modelId: string;
  readonly #vector: Float32Array;
  readonly #rawNorm: number;

  constructor(modelId: string, vector: Float32Array, rawNorm: number) {
    this.modelId = modelId;
    this.#vector = vector;
    this.#rawNorm = rawNorm;
  }

  get vector(): Float32Array {
    return this.#vector;
  }

  get rawNorm(): number {
    return this.#rawNorm;
  }

  toJSON(): { modelId: string; vector: string } {
    return { modelId: this.modelId, vector: '[redacted]' };
  }

  toString(): string {
    return `Embedding(${this.modelId}, [redacted])`;
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
