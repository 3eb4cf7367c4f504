import type { Embedding } from '../embed/embedding.js';

/** What the pipeline saw in one frame of a liveness sequence. One object a frame; nothing is carried over between people. */
export interface FrameObservation {
  /** Degrees; positive when the person's face points to the person's own left. */
  readonly yawDegrees: number;
  /** Degrees; positive when the face points up. */
  readonly pitchDegrees: number;
  /** 0 closed to 1 open, the lower of both eyes; null if not measured. */
  readonly eyeOpenness: number | null;
  /** Height of the face box as a share of the image height, 0 to 1. */
  readonly faceHeightShare: number;
  readonly embedding: Embedding;
  /** Hash of the decoded pixels: the same frame sent twice has the same one. */
  readonly pixelHash: string;
}
