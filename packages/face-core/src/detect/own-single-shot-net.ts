import { DomainError } from '@rollcall/contracts';
import * as ort from 'onnxruntime-node';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import { type ModelSession, openOwnModel } from '../models/model-session.js';
import { toNetInput } from '../models/net-input.js';
import type { FaceBox } from './face-detection.js';
import type { OwnDetector } from './own-detector.types.js';
import { readCandidates, type SingleShotFace, type SingleShotNet } from './single-shot-net.js';
import type { SingleShotSpec } from './single-shot-specs.js';
import { type OutputsByName, readYunet } from './yunet-output.js';

/** A single-shot detector of the user's own. */
export class OwnSingleShotNet implements SingleShotNet {
  readonly spec: SingleShotSpec;
  /** Used again: a pipeline looks at one image at a time. */
  private readonly planes: Float32Array;
  private readonly pixels: Float32Array;

  private constructor(
    private readonly detector: OwnDetector,
    private readonly net: ModelSession,
  ) {
    this.spec = detector.spec;
    this.planes = new Float32Array(3 * this.spec.width * this.spec.height);
    this.pixels = new Float32Array(this.planes.length);
  }

  /** @throws DomainError `MODEL_INTEGRITY` if the file is absent, has another SHA-256 or is no model */
  static async create(detector: OwnDetector, threads: number): Promise<OwnSingleShotNet> {
    return new OwnSingleShotNet(detector, await openOwnModel(detector, { threads }));
  }

  /** @throws DomainError `MODEL_INTEGRITY` if the net does not take its input, or gives something else than its entry says */
  async look(levels: ImageLevels, window: FaceBox): Promise<SingleShotFace[]> {
    const { width, height } = this.spec;
    sampleAffine(levels, boxToOutput(window, width, height), width, height, this.planes);
    const outputs = await this.run();
    const output: OutputsByName = (name) => {
      if (outputs[name] === undefined) throw this.fault(`has no output ${name}`);
      return finiteOutput(this.detector.id, outputs[name]);
    };
    return this.detector.output === 'yunet' ? readYunet(output, this.spec, window) : this.readBoxes(output, window);
  }

  private async run(): Promise<ort.InferenceSession.OnnxValueMapType> {
    const { width, height } = this.spec;
    const { input } = this.detector;
    const dims = input.layout === 'NCHW' ? [1, 3, height, width] : [1, height, width, 3];
    const pixels = new ort.Tensor('float32', toNetInput(this.planes, input, this.pixels), dims);
    try {
      return await this.net.run({ [this.net.inputNames[0]]: pixels });
    } catch (cause) {
      throw this.fault(`does not take the input ${dims.join('×')}`, cause);
    }
  }

  private readBoxes(output: OutputsByName, window: FaceBox): SingleShotFace[] {
    const [scores, boxes] = [output('scores'), output('boxes')];
    const columns = scores.length / (boxes.length / 4);
    if (columns !== 1 && columns !== 2)
      throw this.fault(`gave ${scores.length} scores and ${boxes.length} values in boxes, not one or two for four`);
    return readCandidates(scores, boxes, this.spec.minScore, window);
  }

  private fault(what: string, cause?: unknown): DomainError {
    return new DomainError('MODEL_INTEGRITY', { internal: `the detector ${this.detector.id} ${what}`, cause });
  }
}
