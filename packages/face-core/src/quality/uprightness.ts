import * as ort from 'onnxruntime-node';
import type { FaceLandmarks, Point } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import { type Affine, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import { type ModelSession, openModel } from '../models/model-session.js';

const MODEL_ID = 'mtcnn-onet';
const SIDE_PX = 48;
const INPUT_LENGTH = 3 * SIDE_PX * SIDE_PX;
/** The turn that is mistaken most, half a turn, is looked at first; the others, in quarter turns, only if that leaves a doubt. */
const FIRST_LOOK = [0, 2] as const;
const SECOND_LOOK = [1, 3] as const;
/** From this difference to half a turn on a face is upright: of 647 upright faces 21 lie below, of 98 turned by 135° or 180° all. */
const NO_DOUBT = 8;
/** Side of the square that the net is shown, in heights of the face from eyes to mouth, and how far its middle lies below theirs. */
const SQUARE_HEIGHTS = 2.2;
const SQUARE_SHIFT = 0.05;
/** A score is never told from 0 or 1 by less than this. */
const SMALLEST_SHARE = 1e-7;

/**
 * Does a face stand the way its points say? A detector finds some faces that stand on their heads, and puts the eyes where
 * the mouth is; what is made of such points is alike for everybody (docs/adr/0023). So O-Net, which was trained on upright
 * faces, looks at the face as its points lie and turned by half a turn, or by quarter turns.
 */
export class UprightnessNet {
  /** Used again: a pipeline looks at one face at a time. */
  private readonly pixels = new Float32Array(2 * INPUT_LENGTH);

  private constructor(private readonly net: ModelSession) {}

  /** @throws DomainError `MODEL_INTEGRITY` */
  static async create(threads: number): Promise<UprightnessNet> {
    return new UprightnessNet(await openModel(MODEL_ID, { threads }));
  }

  /**
   * @returns log-odds of a face as the points lie, less those of the best other turn: some 5 to 20 for a face whose points are
   * right, below 0 where another turn looks more like a face
   * @throws DomainError `MODEL_INTEGRITY` if the net gives no number
   */
  async measure(levels: ImageLevels, landmarks: FaceLandmarks): Promise<number> {
    const [asFound, onItsHead] = await this.look(levels, landmarks, FIRST_LOOK);
    if (asFound - onItsHead >= NO_DOUBT) return asFound - onItsHead;
    return asFound - Math.max(onItsHead, ...(await this.look(levels, landmarks, SECOND_LOOK)));
  }

  /** The log-odds of each turn. */
  private async look(
    levels: ImageLevels,
    landmarks: FaceLandmarks,
    quarterTurns: readonly [number, number],
  ): Promise<readonly [number, number]> {
    quarterTurns.forEach((quarters, index) => {
      const map = squareTo(landmarks, (quarters * Math.PI) / 2);
      sampleAffine(levels, map, SIDE_PX, SIDE_PX, this.pixels, index * INPUT_LENGTH);
    });
    const pixels = new ort.Tensor('float32', this.pixels, [2, 3, SIDE_PX, SIDE_PX]);
    const [one, other] = finiteOutput(MODEL_ID, (await this.net.run({ pixels })).score);
    return [logOdds(one), logOdds(other)];
  }
}

/** The map from the input of the net to a square around the face, turned by `turn` radians against the line from eyes to mouth. */
function squareTo([rightEye, leftEye, , rightMouth, leftMouth]: FaceLandmarks, turn: number): Affine {
  const eyes = middle(rightEye, leftEye);
  const mouth = middle(rightMouth, leftMouth);
  const down: Point = [mouth[0] - eyes[0], mouth[1] - eyes[1]];
  const eyeSpan = Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
  const step = (SQUARE_HEIGHTS * Math.max(Math.hypot(...down), eyeSpan)) / SIDE_PX;
  const angle = turn - Math.atan2(down[0], down[1]);
  const [cosine, sine] = [Math.cos(angle) * step, Math.sin(angle) * step];
  const [x, y] = [0, 1].map((axis) => (eyes[axis] + mouth[axis]) / 2 + down[axis] * SQUARE_SHIFT);
  const half = SIDE_PX / 2;
  return { a: cosine, b: -sine, c: x - (cosine - sine) * half, d: sine, e: cosine, f: y - (sine + cosine) * half };
}

function middle([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}

function logOdds(score: number): number {
  const share = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, score));
  return Math.log(share / (1 - share));
}
