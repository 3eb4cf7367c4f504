import type { ImageLevels } from '../image/image-levels.js';
import { type Candidate, suppressNonMaxima, toSquare } from './candidate.js';
import type { FaceBox, FaceDetection, FaceLandmarks } from './face-detection.js';
import type { DetectOptions, FaceDetector } from './face-detector.js';
import { isFaceShaped } from './face-shape.js';
import { type LandmarkNet, usualSquare } from './landmark-net.js';
import { searchWindows } from './search-windows.js';
import type { SingleShotFace, SingleShotNet } from './single-shot-net.js';
import type { SingleShotSpec } from './single-shot-specs.js';

/** Boxes that overlap by more than this share of their union are one face. */
const SAME_FACE = 0.4;
/** A box that lies in another by more than this share of itself is a part of that face, cut off by its tile. */
const PART_OF_FACE = 0.7;
/** A face a little smaller than asked for is the uncertainty of its box. */
const SIZE_TOLERANCE = 0.709;
/** Where `certainScore` of a net comes to lie: the least that the quality gate accepts. */
const CERTAIN = 0.8;

/**
 * A net that finds boxes in one look, a plan of windows that brings small faces near, and a net that adds the points where the
 * first one gives none.
 */
export class SingleShotDetector implements FaceDetector {
  constructor(
    private readonly net: SingleShotNet,
    private readonly landmarks: LandmarkNet | null,
  ) {}

  async detect(levels: ImageLevels, { minFacePx, ignoreBelowShare = 0 }: DetectOptions): Promise<FaceDetection[]> {
    const { spec } = this.net;
    const view = { aspect: spec.width / spec.height, minFaceShare: spec.minFaceShare };
    const rounds = searchWindows(levels.full, minFacePx, view);
    let found: SingleShotFace[] = [];
    for (const { windows, largestFacePx } of rounds) {
      const largest = Math.max(0, ...found.map(heightOf));
      if (largestFacePx < largest * ignoreBelowShare) break;
      for (const window of windows) found.push(...(await this.look(levels, window, rounds[0].windows)));
      found = suppressNonMaxima(suppressNonMaxima(found, SAME_FACE, 'UNION'), PART_OF_FACE, 'SMALLER');
    }
    const asked = found.filter((face) => heightOf(face) >= minFacePx * SIZE_TOLERANCE);
    asked.sort((one, other) => heightOf(other) - heightOf(one));
    const faces: FaceDetection[] = [];
    for (const face of asked) faces.push(await this.complete(levels, face));
    return faces.filter(({ landmarks }) => isFaceShaped(landmarks));
  }

  /**
   * A face that fills the frame is larger than some nets know: where all of the image shows nobody, it is seen once more
   * from further away. A tile lacks the surroundings that tell a face from a pattern, so there the net must be certain.
   */
  private async look(levels: ImageLevels, window: FaceBox, whole: readonly FaceBox[]): Promise<SingleShotFace[]> {
    const found = await this.net.look(levels, window);
    if (!whole.includes(window)) return found.filter(({ score }) => score >= this.net.spec.certainScore);
    return found.length > 0 ? found : this.net.look(levels, widened(window));
  }

  async warmUp(levels: ImageLevels): Promise<void> {
    const { width, height } = levels.full;
    await this.net.look(levels, { x: 0, y: 0, width, height });
    await this.landmarks?.locate(levels, { x: 0, y: 0, width: height, height });
  }

  private async complete(levels: ImageLevels, face: SingleShotFace): Promise<FaceDetection> {
    const { left, top, right, bottom, score } = face;
    return {
      box: { x: left, y: top, width: right - left, height: bottom - top },
      landmarks: face.landmarks ?? (await this.locate(levels, face)),
      score: commonScore(score, this.net.spec),
    };
  }

  /** Boxes of different detectors are cut differently, so the net looks once more at the square it is used to. */
  private async locate(levels: ImageLevels, face: Candidate): Promise<FaceLandmarks> {
    if (this.landmarks === null) throw new Error(`${this.net.spec.modelId} gave no points, and no net adds them.`);
    const first = await this.landmarks.locate(levels, toSquare(face));
    return this.landmarks.locate(levels, usualSquare(first));
  }
}

/** Scores of different nets mean different things: `minScore` becomes 0.5, `certainScore` 0.8, 1 stays 1. */
export function commonScore(score: number, { minScore, certainScore }: SingleShotSpec): number {
  if (score < certainScore) return 0.5 + ((score - minScore) / (certainScore - minScore)) * (CERTAIN - 0.5);
  return CERTAIN + ((score - certainScore) / (1 - certainScore)) * (1 - CERTAIN);
}

/** Twice as wide and high around the same middle; what lies outside of the image is black. */
function widened({ x, y, width, height }: FaceBox): FaceBox {
  return { x: x - width / 2, y: y - height / 2, width: 2 * width, height: 2 * height };
}

function heightOf({ top, bottom }: Candidate): number {
  return bottom - top;
}
