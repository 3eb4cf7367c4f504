import { resolveModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { FaceChip } from '../align/align-face.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import { createEmbedding, type Embedding } from './embedding.js';

interface NetInput {
  readonly name: string;
  readonly mean: readonly number[];
  readonly scale: readonly number[];
}

/** One net that turns an aligned face into a vector. */
export class EmbeddingNet {
  private constructor(
    private readonly modelId: string,
    private readonly dimensions: number,
    private readonly net: ModelSession,
    private readonly input: NetInput,
  ) {}

  static async create(modelId: string, threads: number): Promise<EmbeddingNet> {
    const { input, dim } = resolveModel(modelId);
    const { mean, scale } = input.normalisation;
    const net = await openModel(modelId, { threads });
    return new EmbeddingNet(modelId, dim ?? 0, net, { name: input.name, mean, scale });
  }

  /** @throws DomainError `MODEL_INTEGRITY` if the output has another length or a value that is not finite */
  async embed({ sizePx, planes }: FaceChip): Promise<Embedding> {
    const pixels = this.normalise(planes);
    const outputs = await this.net.run({
      [this.input.name]: new ort.Tensor('float32', pixels, [1, 3, sizePx, sizePx]),
    });
    return readEmbedding(
      { modelId: this.modelId, dimensions: this.dimensions },
      outputs[this.net.outputNames[0]].data as Float32Array,
    );
  }

  private normalise(planes: Float32Array): Float32Array {
    const plane = planes.length / 3;
    const { mean, scale } = this.input;
    return planes.map((value, index) => {
      const channel = Math.floor(index / plane);
      return (value - mean[channel]) * scale[channel];
    });
  }
}

/** @throws DomainError `MODEL_INTEGRITY` */
export function readEmbedding(
  { modelId, dimensions }: { readonly modelId: string; readonly dimensions: number },
  output: Float32Array,
): Embedding {
  // A vector of another length has no usable length either: NaN makes the one check below cover both.
  return createEmbedding(modelId, output.length === dimensions ? output.slice() : Float32Array.of(Number.NaN));
}
