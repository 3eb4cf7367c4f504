import * as ort from 'onnxruntime-node';
import type { FaceBox } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import { padPoint } from './pad-points.js';
import { judgePad, type PadReport } from './pad-report.js';

const INPUT_SIDE_PX = 128;
/** The net was trained on this much context around the face: the edge of a print or a screen is part of the evidence. */
const CROP_SCALE = 2.7;

/** Tells a person in front of the camera from a picture of one, from a single image. */
export class PassivePad {
  /** Used again: a pipeline looks at one face at a time. */
  private readonly planes = new Float32Array(3 * INPUT_SIDE_PX * INPUT_SIDE_PX);

  private constructor(
    private readonly modelId: string,
    private readonly net: ModelSession,
  ) {}

  static async create(threads: number): Promise<PassivePad> {
    const { modelId } = padPoint;
    return new PassivePad(modelId, await openModel(modelId, { threads }));
  }

  async judge(levels: ImageLevels, box: FaceBox): Promise<PadReport> {
    const crop = padCrop(box, levels.full.width, levels.full.height);
    sampleAffine(levels, boxToOutput(crop, INPUT_SIDE_PX), INPUT_SIDE_PX, INPUT_SIDE_PX, this.planes);
    swapRedAndBlue(this.planes);
    const dims = [1, 3, INPUT_SIDE_PX, INPUT_SIDE_PX];
    const outputs = await this.net.run({ [this.net.inputNames[0]]: new ort.Tensor('float32', this.planes, dims) });
    const logits = outputs[this.net.outputNames[0]].data as Float32Array;
    return judgePad(softmaxOfFirst(logits), { ...padPoint, modelId: this.modelId });
  }
}

/**
 * The face box, `CROP_SCALE` times as large around its middle, moved and, if the image is too small, shrunk until it lies
 * inside the image: the net knows no black borders.
 */
export function padCrop(box: FaceBox, imageWidth: number, imageHeight: number): FaceBox {
  const scale = Math.min(CROP_SCALE, imageWidth / box.width, imageHeight / box.height);
  const width = box.width * scale;
  const height = box.height * scale;
  const x = Math.min(Math.max(box.x + (box.width - width) / 2, 0), imageWidth - width);
  const y = Math.min(Math.max(box.y + (box.height - height) / 2, 0), imageHeight - height);
  return { x, y, width, height };
}

function swapRedAndBlue(planes: Float32Array): void {
  const plane = planes.length / 3;
  const red = planes.slice(0, plane);
  planes.copyWithin(0, 2 * plane);
  planes.set(red, 2 * plane);
}

function softmaxOfFirst(logits: Float32Array): number {
  const highest = Math.max(...logits);
  const powers = [...logits].map((logit) => Math.exp(logit - highest));
  return powers[0] / powers.reduce((sum, power) => sum + power, 0);
}
