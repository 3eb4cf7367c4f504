import { resolveModel } from '@rollcall/models';
import * as ort from 'onnxruntime-node';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import type { Candidate } from './candidate.js';
import type { FaceBox, FaceLandmarks } from './face-detection.js';
import type { SingleShotSpec } from './single-shot-specs.js';

/** What may be a face, with its points where the net gives them. */
export interface SingleShotFace extends Candidate {
  readonly landmarks?: FaceLandmarks;
}

/** One look of a single-shot detector at a window of the image. */
export interface SingleShotNet {
  readonly spec: SingleShotSpec;
  /** What may be a face, overlapping boxes included, in pixels of `levels.full`. */
  look(levels: ImageLevels, window: FaceBox): Promise<SingleShotFace[]>;
}

/** A single-shot detector whose model gives `scores` and `boxes` (left, top, right, bottom as fractions of its input). */
export class OnnxSingleShotNet implements SingleShotNet {
  private readonly pixels: Float32Array;

  private constructor(
    readonly spec: SingleShotSpec,
    private readonly net: ModelSession,
    private readonly mean: number,
    private readonly scale: number,
  ) {
    this.pixels = new Float32Array(3 * spec.width * spec.height);
  }

  /** @throws DomainError `MODEL_INTEGRITY` */
  static async create(spec: SingleShotSpec, threads: number): Promise<OnnxSingleShotNet> {
    const { mean, scale } = resolveModel(spec.modelId).input.normalisation;
    return new OnnxSingleShotNet(spec, await openModel(spec.modelId, { threads }), mean[0], scale[0]);
  }

  async look(levels: ImageLevels, window: FaceBox): Promise<Candidate[]> {
    const { modelId, width, height, minScore } = this.spec;
    sampleAffine(levels, boxToOutput(window, width, height), width, height, this.pixels);
    for (let i = 0; i < this.pixels.length; i += 1) this.pixels[i] = (this.pixels[i] - this.mean) * this.scale;
    const input = new ort.Tensor('float32', this.pixels, [1, 3, height, width]);
    const outputs = await this.net.run({ [this.net.inputNames[0]]: input });
    const scores = finiteOutput(modelId, outputs.scores);
    return readCandidates(scores, finiteOutput(modelId, outputs.boxes), minScore, window);
  }
}

/** Scores are one a place, or two (no face, face); boxes are fractions of the window. */
export function readCandidates(
  scores: Float32Array,
  boxes: Float32Array,
  minScore: number,
  { x, y, width, height }: FaceBox,
): Candidate[] {
  const places = boxes.length / 4;
  const columns = scores.length / places;
  const found: Candidate[] = [];
  for (let place = 0; place < places; place += 1) {
    const score = scores[(place + 1) * columns - 1];
    if (score < minScore) continue;
    const [left, top, right, bottom] = boxes.subarray(place * 4, place * 4 + 4);
    found.push({
      left: x + left * width,
      top: y + top * height,
      right: x + right * width,
      bottom: y + bottom * height,
      score,
      region: [0, 0, 0, 0],
    });
  }
  return found;
}
