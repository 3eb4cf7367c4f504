import type { ImageLevels } from '../image/image-levels.js';
import { type Candidate, suppressNonMaxima } from './candidate.js';
import type { FaceDetection, Point } from './face-detection.js';
import type { DetectOptions, FaceDetector } from './face-detector.js';
import { type CascadeFace, MtcnnCascade } from './mtcnn-cascade.js';
import { PROPOSAL_SIDE_PX } from './mtcnn-nets.js';

/** Each search size is this much smaller than the one before: 1/√2, the authors' choice. */
const SIZE_STEP = 0.709;

/**
 * MTCNN on a pyramid of sizes, searched from large faces to small in rounds, so that a face that fills the frame is found
 * at a fraction of the cost of a full search.
 */
export class MtcnnDetector implements FaceDetector {
  private constructor(private readonly cascade: MtcnnCascade) {}

  /** @throws DomainError `MODEL_INTEGRITY` */
  static async create(threads: number): Promise<MtcnnDetector> {
    return new MtcnnDetector(await MtcnnCascade.create(threads));
  }

  /** All faces found, the largest first, in pixels of `levels.full`. */
  async detect(levels: ImageLevels, { minFacePx, ignoreBelowShare = 0 }: DetectOptions): Promise<FaceDetection[]> {
    let found: CascadeFace[] = [];
    for (const round of searchRounds(levels.full, Math.max(minFacePx, PROPOSAL_SIDE_PX))) {
      const largest = Math.max(0, ...found.map(heightOf));
      const sizes = round.filter((size) => size >= largest * ignoreBelowShare * SIZE_STEP);
      if (sizes.length === 0) break;
      found = suppressFaces([...found, ...(await this.cascade.search(levels, sizes, found))]);
    }
    // A candidate of the smallest size may turn out smaller still; a little is the uncertainty of the box, more was not asked for.
    const asked = found.filter((face) => heightOf(face) >= minFacePx * SIZE_STEP);
    return asked.sort((one, other) => heightOf(other) - heightOf(one)).map(toDetection);
  }

  warmUp(levels: ImageLevels): Promise<void> {
    return this.cascade.warmUp(levels);
  }
}

/** Search sizes from the whole image down to `minFacePx`, in rounds: large faces, middle ones, the rest. */
function searchRounds({ width, height }: { width: number; height: number }, minFacePx: number): number[][] {
  const shortSide = Math.min(width, height);
  const rounds: number[][] = [[], [], []];
  const largest = Math.floor(Math.log(shortSide / minFacePx) / -Math.log(SIZE_STEP));
  for (let step = largest; step >= 0; step -= 1) {
    const size = minFacePx / SIZE_STEP ** step;
    const round = size >= shortSide / 4 ? 0 : size >= shortSide / 8 ? 1 : 2;
    rounds[round].push(size);
  }
  return rounds.filter((sizes) => sizes.length > 0);
}

function suppressFaces(faces: readonly CascadeFace[]): CascadeFace[] {
  return suppressNonMaxima(suppressNonMaxima(faces, 0.7, 'SMALLER'), 0.4, 'UNION');
}

function heightOf({ top, bottom }: Candidate): number {
  return bottom - top;
}

function toDetection({ left, top, right, bottom, score, square, points }: CascadeFace): FaceDetection {
  const point = (index: number): Point => [
    square.x + points[index] * square.width,
    square.y + points[index + 5] * square.width,
  ];
  return {
    box: { x: left, y: top, width: right - left, height: bottom - top },
    landmarks: [point(0), point(1), point(2), point(3), point(4)],
    score,
  };
}
