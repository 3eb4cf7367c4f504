import type { DetectorId } from './face-detector.js';

/** A single-shot detector: what it looks at and how its scores are read (docs/adr/0026). */
export interface SingleShotSpec {
  readonly modelId: string;
  /** Of its input, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Height of the smallest face it finds, as a share of the height of its input. */
  readonly minFaceShare: number;
  /** Below, it is no face. */
  readonly minScore: number;
  /** From here on the face is certain enough for the quality gate. */
  readonly certainScore: number;
}

export const SINGLE_SHOT_SPECS: Readonly<Record<Exclude<DetectorId, 'mtcnn'>, SingleShotSpec>> = {
  'ssd-mobilenet-v1': {
    modelId: 'ssd-mobilenet-v1',
    width: 512,
    height: 512,
    minFaceShare: 1 / 16,
    minScore: 0.5,
    certainScore: 0.6,
  },
  tiny: {
    modelId: 'tiny-face-detector',
    width: 416,
    height: 416,
    minFaceShare: 1 / 10,
    minScore: 0.3,
    certainScore: 0.6,
  },
  faceplugin: {
    modelId: 'detect-faceplugin',
    width: 320,
    height: 240,
    minFaceShare: 1 / 15,
    minScore: 0.6,
    certainScore: 0.8,
  },
};
