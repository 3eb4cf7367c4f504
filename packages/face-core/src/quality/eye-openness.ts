import * as ort from 'onnxruntime-node';
import type { FaceBox } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { type ModelSession, openModel } from '../models/model-session.js';

const LANDMARK_MODEL_ID = 'landmark68-faceplugin';
const EYE_MODEL_ID = 'eye-faceplugin';
const LANDMARK_SIDE_PX = 64;
const EYE_SIDE_PX = 24;
/** The square around an eye is this many times as wide as the eye. */
const EYE_CROP_SCALE = 1.6;
/** iBUG 300-W: the six points of each eye; outer and inner corner stand first and fourth. */
const EYES = [
  { from: 36, to: 42 },
  { from: 42, to: 48 },
] as const;
/** Luma of ITU-R BT.601. */
const LUMA = [0.299, 0.587, 0.114] as const;

/** How open the eyes of a face are. */
export class EyeOpennessNet {
  private constructor(
    private readonly landmarkNet: ModelSession,
    private readonly eyeNet: ModelSession,
  ) {}

  static async create(threads: number): Promise<EyeOpennessNet> {
    const [landmarkNet, eyeNet] = await Promise.all([
      openModel(LANDMARK_MODEL_ID, { threads }),
      openModel(EYE_MODEL_ID, { threads }),
    ]);
    return new EyeOpennessNet(landmarkNet, eyeNet);
  }

  /** @returns 0 closed to 1 open, for each eye; behind dark glasses it is closed */
  async measure(levels: ImageLevels, box: FaceBox): Promise<readonly number[]> {
    const points = await this.landmarks(levels, box);
    return Promise.all(EYES.map(({ from, to }) => this.eye(levels, points.slice(from, to))));
  }

  private async landmarks(levels: ImageLevels, box: FaceBox): Promise<readonly (readonly [number, number])[]> {
    const grey = greyCrop(levels, box, LANDMARK_SIDE_PX, 1 / 256);
    const output = await runNet(this.landmarkNet, grey, LANDMARK_SIDE_PX);
    return Array.from({ length: output.length / 2 }, (_, i) => [
      box.x + output[2 * i] * box.width,
      box.y + output[2 * i + 1] * box.height,
    ]);
  }

  private async eye(levels: ImageLevels, points: readonly (readonly [number, number])[]): Promise<number> {
    const side = Math.abs(points[3][0] - points[0][0]) * EYE_CROP_SCALE;
    const lids = [points[1], points[2], points[4], points[5]];
    const x = lids.reduce((sum, point) => sum + point[0], 0) / lids.length;
    const y = lids.reduce((sum, point) => sum + point[1], 0) / lids.length;
    const crop = { x: x - side / 2, y: y - side / 2, width: side, height: side };
    const [closed, open] = await runNet(this.eyeNet, greyCrop(levels, crop, EYE_SIDE_PX, 1 / 255), EYE_SIDE_PX);
    return 1 / (1 + Math.exp(closed - open));
  }
}

async function runNet(net: ModelSession, pixels: Float32Array, side: number): Promise<Float32Array> {
  const outputs = await net.run({ [net.inputNames[0]]: new ort.Tensor('float32', pixels, [1, 1, side, side]) });
  return outputs[net.outputNames[0]].data as Float32Array;
}

function greyCrop(levels: ImageLevels, crop: FaceBox, side: number, scale: number): Float32Array {
  const plane = side * side;
  const colour = new Float32Array(3 * plane);
  sampleAffine(levels, boxToOutput(crop, side, side), side, side, colour);
  const grey = new Float32Array(plane);
  for (let i = 0; i < plane; i += 1) {
    const luma = colour[i] * LUMA[0] + colour[i + plane] * LUMA[1] + colour[i + 2 * plane] * LUMA[2];
    grey[i] = luma * scale;
  }
  return grey;
}
