import type { FaceChip } from '../align/align-face.js';
import type { Embedding } from '../embed/embedding.js';
import { type EmbeddingNet, readEmbedding } from '../embed/embedding-net.js';
import type { FaceApi } from './face-api.types.js';
import { interleave } from './interleave.js';

/** face-api's own recognition net, on chips that we align. */
export class FaceApiEmbeddingNet implements EmbeddingNet {
  constructor(
    private readonly faceApi: FaceApi,
    private readonly model: { readonly modelId: string; readonly dimensions: number },
  ) {}

  async embed({ sizePx, planes }: FaceChip): Promise<Embedding> {
    const chip = this.faceApi.tf.tensor3d(interleave(planes), [sizePx, sizePx, 3]);
    try {
      return readEmbedding(this.model, await this.faceApi.nets.faceRecognitionNet.computeFaceDescriptor(chip));
    } finally {
      chip.dispose();
    }
  }
}
