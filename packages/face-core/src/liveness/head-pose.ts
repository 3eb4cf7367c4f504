import { resolveModel, verifyModelHash } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { FaceBox } from '../detect/face-detection.js';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { type ModelSession, openModel } from '../models/model-session.js';

/** Angles in degrees. Positive yaw turns to the person's own left, positive pitch looks up. */
export interface HeadPose {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
}

const MODEL_ID = 'pose-faceplugin';
const INPUT_SIDE_PX = 224;
/** The net saw a quarter of the box more on each side in training. */
const CROP_SCALE = 1.5;
/** 66 classes of 3 degrees each, from −99 (Ruiz and others 2018, section 3.2: the expectation over the classes). */
const DEGREES_PER_CLASS = 3;
const FIRST_CLASS_DEGREES = -99;

/** Where a face looks, from one image. */
export class HeadPoseNet {
  /** Used again: a pipeline looks at one face at a time. */
  private readonly planes = new Float32Array(3 * INPUT_SIDE_PX * INPUT_SIDE_PX);

  private constructor(
    private readonly net: ModelSession,
    private readonly mean: readonly number[],
    private readonly scale: readonly number[],
  ) {}

  /** Compares the SHA-256 of the weights with the manifest. @throws DomainError `MODEL_INTEGRITY` */
  static verify(): Promise<void> {
    return verifyModelHash(MODEL_ID);
  }

  static async create(threads: number): Promise<HeadPoseNet> {
    const { mean, scale } = resolveModel(MODEL_ID).input.normalisation;
    return new HeadPoseNet(await openModel(MODEL_ID, { threads }), mean, scale);
  }

  async measure(levels: ImageLevels, box: FaceBox): Promise<HeadPose> {
    const { planes } = this;
    const crop = clampedCrop(box, levels.full);
    sampleAffine(levels, boxToOutput(crop, INPUT_SIDE_PX, INPUT_SIDE_PX), INPUT_SIDE_PX, INPUT_SIDE_PX, planes);
    const plane = planes.length / 3;
    for (let i = 0; i < planes.length; i += 1) {
      const channel = Math.floor(i / plane);
      planes[i] = (planes[i] - this.mean[channel]) * this.scale[channel];
    }
    const tensor = new ort.Tensor('float32', planes, [1, 3, INPUT_SIDE_PX, INPUT_SIDE_PX]);
    const outputs = await this.net.run({ [this.net.inputNames[0]]: tensor });
    const [yaw, pitch] = this.net.outputNames;
    return {
      // The net counts a nose that points to the left of the image as positive: the person's own right.
      yawDegrees: -expectedDegrees(outputs[yaw].data as Float32Array),
      pitchDegrees: expectedDegrees(outputs[pitch].data as Float32Array),
    };
  }
}

function clampedCrop(box: FaceBox, image: { readonly width: number; readonly height: number }): FaceBox {
  const marginX = (box.width * (CROP_SCALE - 1)) / 2;
  const marginY = (box.height * (CROP_SCALE - 1)) / 2;
  const left = Math.max(0, box.x - marginX);
  const top = Math.max(0, box.y - marginY);
  const right = Math.min(image.width, box.x + box.width + marginX);
  const bottom = Math.min(image.height, box.y + box.height + marginY);
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** The mean of the classes under the softmax of the logits. */
export function expectedDegrees(logits: Float32Array): number {
  const highest = Math.max(...logits);
  let sum = 0;
  let weighted = 0;
  logits.forEach((logit, index) => {
    const power = Math.exp(logit - highest);
    sum += power;
    weighted += power * index;
  });
  return (weighted / sum) * DEGREES_PER_CLASS + FIRST_CLASS_DEGREES;
}
