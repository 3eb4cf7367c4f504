import type { ImageLevels } from '../image/image-levels.js';
import type { FaceDetection } from './face-detection.js';

export const DETECTOR_IDS = ['mtcnn', 'ssd-mobilenet-v1', 'tiny', 'faceplugin'] as const;
/** A shipped detector; one of the user's own has an id of its own (docs/adr/0138). */
export type DetectorId = (typeof DETECTOR_IDS)[number];

export interface DetectOptions {
  /** Height of the smallest face searched, in pixels of the image; at least 12. */
  readonly minFacePx: number;
  /**
   * Stops searching for faces smaller than this share of the largest found: they could not change the outcome.
   * 0 (default) finds all.
   */
  readonly ignoreBelowShare?: number;
}

/** Finds the faces of an image with their five points; keeps nothing of what it saw. */
export interface FaceDetector {
  /**
   * All faces found, the largest first, in pixels of `levels.full`.
   *
   * @throws DomainError `MODEL_INTEGRITY` if a net gives a value that is not a number
   */
  detect(levels: ImageLevels, options: DetectOptions): Promise<FaceDetection[]>;
  /** Runs each net once on any image. */
  warmUp(levels: ImageLevels): Promise<void>;
}
