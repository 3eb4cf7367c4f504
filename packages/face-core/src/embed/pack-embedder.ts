import { alignFace, type FaceChip } from '../align/align-face.js';
import { ARCFACE_112 } from '../align/chip-templates.js';
import type { FaceLandmarks } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import type { Embedding } from './embedding.js';
import { FaceEmbedder } from './face-embedder.js';
import { fuseEmbeddings } from './fuse-embeddings.js';
import type { ModelPack } from './model-packs.js';

/** Turns a found face into the embedding of a pack, with each of the pack's nets. */
export class PackEmbedder {
  private constructor(
    private readonly pack: ModelPack,
    private readonly nets: readonly FaceEmbedder[],
  ) {}

  /** Loads and checks the nets. @throws DomainError `MODEL_INTEGRITY` */
  static async create(pack: ModelPack, threads: number): Promise<PackEmbedder> {
    return new PackEmbedder(pack, await Promise.all(pack.nets.map((net) => FaceEmbedder.create(net, threads))));
  }

  /**
   * @param arcfaceChip the face aligned to `ARCFACE_112`, which the quality stage has made already
   * @throws DomainError `MODEL_INTEGRITY` if a net gives a value that is not finite
   */
  async embed(levels: ImageLevels, landmarks: FaceLandmarks, arcfaceChip: FaceChip): Promise<Embedding> {
    const parts: Embedding[] = [];
    for (const net of this.nets) {
      const { template } = net.spec;
      parts.push(
        await net.embed(template.id === ARCFACE_112.id ? arcfaceChip : alignFace(levels, landmarks, template)),
      );
    }
    const [only] = parts;
    return parts.length === 1 ? only : fuseEmbeddings(this.pack.modelId, parts);
  }

  /** Runs every net once on whatever the image shows. */
  async warmUp(levels: ImageLevels): Promise<void> {
    for (const net of this.nets) await net.embed(alignFace(levels, net.spec.template.points, net.spec.template));
  }
}
