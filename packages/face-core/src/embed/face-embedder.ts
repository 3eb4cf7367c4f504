import { resolveModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { FaceChip } from '../align/align-face.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import { createEmbedding, type Embedding } from './embedding.js';
import type { PackNet } from './model-packs.js';

/** Turns an aligned face into an embedding with one net. */
export class FaceEmbedder {
  private constructor(
    readonly spec: PackNet,
    private readonly net: ModelSession,
    private readonly input: {
      readonly name: string;
      readonly mean: readonly number[];
      readonly scale: readonly number[];
    },
  ) {}

  static async create(spec: PackNet, threads: number): Promise<FaceEmbedder> {
    const { input } = resolveModel(spec.modelId);
    const { mean, scale } = input.normalisation;
    return new FaceEmbedder(spec, await openModel(spec.modelId, { threads }), { name: input.name, mean, scale });
  }

  /** @throws DomainError `MODEL_INTEGRITY` if the output has another length or a value that is not finite */
  async embed({ sizePx, planes }: FaceChip): Promise<Embedding> {
    const pixels = this.normalise(planes);
    const outputs = await this.net.run({
      [this.input.name]: new ort.Tensor('float32', pixels, [1, 3, sizePx, sizePx]),
    });
    return readEmbedding(this.spec, outputs[this.net.outputNames[0]].data as Float32Array);
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
export function readEmbedding({ modelId, dimensions }: PackNet, output: Float32Array): Embedding {
  // A vector of another length has no usable length either: NaN makes the one check below cover both.
  return createEmbedding(modelId, output.length === dimensions ? output.slice() : Float32Array.of(Number.NaN));
}
