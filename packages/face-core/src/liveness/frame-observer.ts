import { createHash } from 'node:crypto';
import type { FaceDetection } from '../detect/face-detection.js';
import type { Embedding } from '../embed/embedding.js';
import type { ImageLevels } from '../image/image-levels.js';
import { EyeOpennessNet } from '../quality/eye-openness.js';
import type { FrameObservation } from './frame-observation.js';
import { HeadPoseNet } from './head-pose.js';

/** Measures one frame of a liveness sequence. Holds the nets and nothing of what it saw. */
export class FrameObserver {
  private constructor(
    private readonly pose: HeadPoseNet,
    private readonly eyes: EyeOpennessNet,
  ) {}

  /** Checks the weights without loading them, so that damage shows at the start. @throws DomainError `MODEL_INTEGRITY` */
  static async verify(): Promise<void> {
    await HeadPoseNet.verify();
  }

  /** Loads and checks the nets. @throws DomainError `MODEL_INTEGRITY` */
  static async create(threads: number): Promise<FrameObserver> {
    const [pose, eyes] = await Promise.all([HeadPoseNet.create(threads), EyeOpennessNet.create(threads)]);
    return new FrameObserver(pose, eyes);
  }

  async observe(levels: ImageLevels, face: FaceDetection, embedding: Embedding): Promise<FrameObservation> {
    const pose = await this.pose.measure(levels, face.box);
    return {
      ...pose,
      eyeOpenness: Math.min(...(await this.eyes.measure(levels, face.box))),
      faceHeightShare: face.box.height / levels.full.height,
      embedding,
      pixelHash: createHash('sha256').update(levels.full.data).digest('base64url'),
    };
  }
}
