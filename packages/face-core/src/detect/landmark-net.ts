import * as ort from 'onnxruntime-node';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import type { FaceBox, FaceLandmarks, Point } from './face-detection.js';

export const LANDMARK_SIDE_PX = 112;
const MODEL_ID = 'landmark68-faceapi';

/** Gives the points of a face of which only the box is known. */
export interface LandmarkNet {
  /** @param square what the net looks at, in pixels of `levels.full` */
  locate(levels: ImageLevels, square: FaceBox): Promise<FaceLandmarks>;
}

/** face-api's net of 68 points as ONNX. */
export class OnnxLandmarkNet implements LandmarkNet {
  private readonly pixels = new Float32Array(3 * LANDMARK_SIDE_PX * LANDMARK_SIDE_PX);

  private constructor(private readonly net: ModelSession) {}

  /** @throws DomainError `MODEL_INTEGRITY` */
  static async create(threads: number): Promise<OnnxLandmarkNet> {
    return new OnnxLandmarkNet(await openModel(MODEL_ID, { threads }));
  }

  async locate(levels: ImageLevels, square: FaceBox): Promise<FaceLandmarks> {
    sampleAffine(levels, boxToOutput(square, LANDMARK_SIDE_PX), LANDMARK_SIDE_PX, LANDMARK_SIDE_PX, this.pixels);
    const pixels = new ort.Tensor('float32', this.pixels, [1, 3, LANDMARK_SIDE_PX, LANDMARK_SIDE_PX]);
    const { points } = await this.net.run({ pixels });
    return fivePoints(finiteOutput(MODEL_ID, points), square);
  }
}

/** Numbers of iBUG 300-W: the six points of each eye, the tip of the nose, the corners of the mouth. */
const EYES = [
  [36, 37, 38, 39, 40, 41],
  [42, 43, 44, 45, 46, 47],
] as const;
const NOSE_TIP = 30;
const MOUTH_CORNERS = [48, 54] as const;

/** The five points among 68, which are fractions of the square: x and y of each in turn. */
export function fivePoints(points: ArrayLike<number>, { x, y, width, height }: FaceBox): FaceLandmarks {
  const point = (index: number): Point => [x + points[2 * index] * width, y + points[2 * index + 1] * height];
  const middle = (indices: readonly number[]): Point => {
    const all = indices.map(point);
    const mean = (axis: 0 | 1) => all.reduce((sum, one) => sum + one[axis], 0) / all.length;
    return [mean(0), mean(1)];
  };
  return [middle(EYES[0]), middle(EYES[1]), point(NOSE_TIP), point(MOUTH_CORNERS[0]), point(MOUTH_CORNERS[1])];
}

/**
 * Where the five points lie on average in the squares that the net was trained on: its own points in the squares of
 * face-api's tiny detector, mean of 148 photos of LFW.
 */
export const USUAL_POINTS: FaceLandmarks = [
  [0.3243, 0.2477],
  [0.6771, 0.2497],
  [0.4993, 0.4653],
  [0.3504, 0.6441],
  [0.6595, 0.6471],
];

/** The square in which points come to lie as the net is used to them, by their middle and spread. */
export function usualSquare(points: FaceLandmarks): FaceBox {
  const [found, usual] = [spreadOf(points), spreadOf(USUAL_POINTS)];
  const side = found.spread / usual.spread;
  return { x: found.x - usual.x * side, y: found.y - usual.y * side, width: side, height: side };
}

function spreadOf(points: FaceLandmarks): { x: number; y: number; spread: number } {
  const mean = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = Math.sqrt(points.reduce((sum, point) => sum + (point[0] - x) ** 2 + (point[1] - y) ** 2, 0));
  return { x, y, spread };
}
