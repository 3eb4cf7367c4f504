import { DomainError } from '@rollcall/contracts';
import type { FaceChip } from '../align/align-face.js';
import type { EngineId } from '../engine/engine-kinds.js';
import { createEmbedding, type Embedding } from './embedding.js';
import { type EmbeddingNet, OnnxEmbeddingNet } from './embedding-net.js';
import type { ModelPack } from './model-packs.js';

/** Turns an aligned face into an embedding with the nets of one pack. */
export class FaceEmbedder {
  private constructor(
    private readonly pack: ModelPack,
    private readonly nets: readonly EmbeddingNet[],
  ) {}

  /**
   * @throws DomainError `MODEL_INTEGRITY` if a net is absent or damaged
   * @throws RangeError if the engine cannot run the pack
   */
  static async create(engine: EngineId, pack: ModelPack, threads: number): Promise<FaceEmbedder> {
    return new FaceEmbedder(pack, await openNets(engine, pack, threads));
  }

  /** @throws DomainError `MODEL_INTEGRITY` if an output has another length or a value that is not finite */
  async embed(chip: FaceChip): Promise<Embedding> {
    const outputs: Embedding[] = [];
    for (const net of this.nets) outputs.push(await net.embed(chip));
    return joinEmbeddings(this.pack, outputs);
  }
}

async function openNets(engine: EngineId, pack: ModelPack, threads: number): Promise<readonly EmbeddingNet[]> {
  if (engine !== 'onnx') {
    if (pack.modelId !== 'faceapi-128') throw new RangeError(`The face engine ${engine} cannot run ${pack.id}.`);
    const { createFaceApiEmbeddingNet } = await import('../face-api/create-face-api.js');
    return [await createFaceApiEmbeddingNet(engine, pack)];
  }
  if (pack.own !== undefined) return [await OnnxEmbeddingNet.createOwn(pack.modelId, pack.own, threads)];
  return Promise.all(pack.netIds.map((id) => OnnxEmbeddingNet.create(id, threads)));
}

/**
 * Joins embeddings of unit length to one, so that its cosine is the mean of their cosines. The raw length kept is that of
 * the first net.
 *
 * @throws DomainError `MODEL_INTEGRITY` if the lengths do not add up to the dimensions of the pack
 */
export function joinEmbeddings(
  { modelId, dimensions }: Pick<ModelPack, 'modelId' | 'dimensions'>,
  parts: readonly Embedding[],
): Embedding {
  const joined = parts.flatMap(({ vector }) => [...vector]);
  if (joined.length !== dimensions) {
    throw new DomainError('MODEL_INTEGRITY', {
      internal: `${modelId} gave ${joined.length} values, not ${dimensions}`,
    });
  }
  return createEmbedding(modelId, Float32Array.from(joined), parts[0].rawNorm);
}
