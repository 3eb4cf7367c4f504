import { DomainError } from '@rollcall/contracts';
import { resolveModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { FaceChip } from '../align/align-face.js';
import { type ModelSession, openModel, openOwnModel } from '../models/model-session.js';
import { type NetInput, type OwnNet, toNetInput } from '../models/net-input.js';
import { createEmbedding, type Embedding } from './embedding.js';

/** One net that turns an aligned face into a vector. */
export interface EmbeddingNet {
  /** @throws DomainError `MODEL_INTEGRITY` if the net does not take the face, or gives another length or a value that is not finite */
  embed(chip: FaceChip): Promise<Embedding>;
}

/** A net as ONNX, one of ours or the user's own. */
export class OnnxEmbeddingNet implements EmbeddingNet {
  /** Used again: a pipeline looks at one face at a time. */
  private pixels = new Float32Array(0);

  private constructor(
    private readonly modelId: string,
    private readonly dimensions: number,
    private readonly net: ModelSession,
    private readonly input: NetInput,
  ) {}

  /** A model of our manifest. @throws DomainError `MODEL_INTEGRITY` */
  static async create(modelId: string, threads: number): Promise<OnnxEmbeddingNet> {
    const { input, dim } = resolveModel(modelId);
    const { mean, scale } = input.normalisation;
    const net = await openModel(modelId, { threads });
    return new OnnxEmbeddingNet(modelId, dim ?? 0, net, { mean, scale, layout: 'NCHW', channelOrder: 'RGB' });
  }

  /** A model of the user's own. @throws DomainError `MODEL_INTEGRITY` if the file is absent, differs or is no model */
  static async createOwn(modelId: string, own: OwnNet, threads: number): Promise<OnnxEmbeddingNet> {
    return new OnnxEmbeddingNet(modelId, own.dimensions, await openOwnModel(own, { threads }), own.input);
  }

  async embed({ sizePx, planes }: FaceChip): Promise<Embedding> {
    const dims = this.input.layout === 'NCHW' ? [1, 3, sizePx, sizePx] : [1, sizePx, sizePx, 3];
    if (this.pixels.length !== planes.length) this.pixels = new Float32Array(planes.length);
    const pixels = new ort.Tensor('float32', toNetInput(planes, this.input, this.pixels), dims);
    const outputs = await this.net.run({ [this.net.inputNames[0]]: pixels }).catch((cause: unknown) => {
      throw new DomainError('MODEL_INTEGRITY', {
        internal: `${this.modelId} does not take the input ${dims.join('×')}`,
        cause,
      });
    });
    return readEmbedding(
      { modelId: this.modelId, dimensions: this.dimensions },
      outputs[this.net.outputNames[0]].data as Float32Array,
    );
  }
}

/** @throws DomainError `MODEL_INTEGRITY` */
export function readEmbedding(
  { modelId, dimensions }: { readonly modelId: string; readonly dimensions: number },
  output: Float32Array,
): Embedding {
  if (output.length !== dimensions)
    throw new DomainError('MODEL_INTEGRITY', {
      internal: `${modelId} gave ${output.length} values, not ${dimensions}`,
    });
  return createEmbedding(modelId, output.slice());
}
