import type { CaptureRefusal } from '@rollcall/contracts';
import { alignFace, type FaceChip } from '../align/align-face.js';
import { ARCFACE_112 } from '../align/chip-templates.js';
import { createDetector, type DetectorChoice } from '../detect/create-detector.js';
import { type FaceDetection, scaleDetection } from '../detect/face-detection.js';
import type { FaceDetector } from '../detect/face-detector.js';
import { BACKGROUND_FACE_SHARE, type FaceSelection, selectCentralFace, selectFace } from '../detect/select-face.js';
import type { Embedding } from '../embed/embedding.js';
import { FaceEmbedder } from '../embed/face-embedder.js';
import type { ModelPack } from '../embed/model-packs.js';
import { decodeImage } from '../image/decode-image.js';
import { ImageLevels } from '../image/image-levels.js';
import type { FrameObservation } from '../liveness/frame-observation.js';
import { FrameObserver } from '../liveness/frame-observer.js';
import { LoadedLater } from '../models/loaded-later.js';
import type { PadReport } from '../pad/pad-report.js';
import { PassivePad } from '../pad/passive-pad.js';
import { assessQuality } from '../quality/assess-quality.js';
import { EyeOpennessNet } from '../quality/eye-openness.js';
import { withRecognitionQuality } from '../quality/recognition-quality.js';
import { UprightnessNet } from '../quality/uprightness.js';
import type { CaptureOptions, CaptureResult, RefusedCapture } from './capture.js';
import { StageClock } from './stage-timings.js';

/** The smallest face searched, as a share of the shorter side of the image, and never below so many pixels. */
const MIN_FACE_SHARE = 1 / 12;
const MIN_FACE_PX = 20;

/** The usual frame of a camera. */
const WARM_UP_SIZE = { width: 640, height: 480 } as const;

export interface PipelineSettings extends DetectorChoice {
  readonly pack: ModelPack;
}

/**
 * From the bytes of one image to an embedding or the reason why there is none. Cheap gates come first, and a face that is
 * refused is never turned into an embedding. Keeps nothing between calls but the models.
 */
export class FacePipeline {
  private constructor(
    private readonly observer: LoadedLater<FrameObserver>,
    private readonly pack: ModelPack,
    private readonly detector: FaceDetector,
    private readonly eyes: EyeOpennessNet,
    private readonly uprightness: UprightnessNet,
    private readonly pad: PassivePad,
    private readonly embedder: FaceEmbedder,
  ) {}

  /** Loads and checks the models. @throws DomainError `MODEL_INTEGRITY` @throws RangeError if the engine cannot run them */
  static async create(settings: PipelineSettings): Promise<FacePipeline> {
    const { engine, pack, threads } = settings;
    const [detector, eyes, uprightness, pad, embedder] = await Promise.all([
      createDetector(settings),
      EyeOpennessNet.create(threads),
      UprightnessNet.create(threads),
      PassivePad.create(threads),
      FaceEmbedder.create(engine, pack, threads),
      FrameObserver.verify(),
    ]);
    // Most deployments never ask for a liveness sequence: its nets are checked now and loaded by the first frame.
    const observer = new LoadedLater(() => FrameObserver.create(threads));
    return new FacePipeline(observer, pack, detector, eyes, uprightness, pad, embedder);
  }

  /** @throws DomainError `IMAGE_TOO_LARGE`, `IMAGE_UNDECODABLE`, `ENGINE_TIMEOUT` (decoding), `MODEL_INTEGRITY` */
  async capture(bytes: Uint8Array, options: CaptureOptions): Promise<CaptureResult> {
    const clock = new StageClock();
    const { width, height, scale, pixels } = await clock.time('decodeMs', () => decodeImage(bytes));
    const image = { width, height };
    const levels = new ImageLevels(pixels);
    const selection = await clock.time('detectMs', () => this.findSubject(levels, options));
    const detection = selection.face === null ? null : scaleDetection(selection.face, 1 / scale);
    const base = { faces: selection.faces, detection, quality: null, pad: null, image };
    const refuse = (refusal: Pick<RefusedCapture, 'outcome'> & Partial<RefusedCapture>): RefusedCapture => ({
      ...base,
      ...refusal,
      timings: clock.read(),
    });
    if (selection.outcome === 'NO_FACE') return refuse({ outcome: selection.outcome });
    const gates = new Gates(options);
    if (selection.outcome === 'MULTIPLE_FACES' && gates.stop(selection.outcome))
      return refuse({ outcome: selection.outcome });

    const subject = selection.face;
    const found = scaleDetection(subject, 1 / scale);
    const chip = await clock.time('alignMs', () => alignFace(levels, subject.landmarks, ARCFACE_112));
    const quality = await clock.time('qualityMs', async () =>
      assessQuality(found, chip, image, {
        eyeOpenness: await this.eyes.measure(levels, subject.box),
        uprightness: await this.uprightness.measure(levels, subject.landmarks),
      }),
    );
    if (!quality.isAcceptable && gates.stop('LOW_QUALITY')) return refuse({ outcome: 'LOW_QUALITY', quality });

    const pad = options.pad === 'OFF' ? null : await clock.time('padMs', () => this.pad.judge(levels, subject.box));
    if (pad !== null && endsCapture(pad, options) && gates.stop('PRESENTATION_ATTACK'))
      return refuse({ outcome: 'PRESENTATION_ATTACK', quality, pad });

    const embedding = await clock.time('embedMs', () => this.embed(levels, subject, chip));
    return {
      outcome: 'CAPTURED',
      embedding,
      detection: found,
      quality: withRecognitionQuality(quality, embedding, this.pack.normRange),
      pad,
      image,
      timings: clock.read(),
      ...gates.note(),
    };
  }

  /**
   * Measures one frame of a liveness sequence. Quality is not judged here: turned heads would fail it. Passive PAD gives its
   * score and refuses nothing: what it means is decided over all frames.
   *
   * @throws DomainError `IMAGE_TOO_LARGE`, `IMAGE_UNDECODABLE`, `ENGINE_TIMEOUT` (decoding), `MODEL_INTEGRITY`
   */
  async observe(bytes: Uint8Array): Promise<FrameResult> {
    const { pixels } = await decodeImage(bytes);
    const levels = new ImageLevels(pixels);
    const selection = await this.findSubject(levels, { pad: 'OFF' });
    if (selection.outcome !== 'SINGLE_FACE') return { outcome: selection.outcome };
    const subject = selection.face;
    const chip = alignFace(levels, subject.landmarks, ARCFACE_112);
    const embedding = await this.embed(levels, subject, chip);
    const observer = await this.observer.get();
    return {
      outcome: 'OBSERVED',
      observation: await observer.observe(levels, subject, embedding),
      pad: await this.pad.judge(levels, subject.box),
    };
  }

  /** Runs every net once, so that the first image is not slower than the others. */
  async warmUp(): Promise<void> {
    const { width, height } = WARM_UP_SIZE;
    const levels = new ImageLevels({ width, height, data: new Uint8Array(width * height * 3).fill(128) });
    const box = { x: width / 3, y: height / 4, width: width / 3, height: height / 2 };
    await this.detector.warmUp(levels);
    await this.eyes.measure(levels, box);
    await this.uprightness.measure(levels, this.pack.template.points);
    await this.pad.judge(levels, box);
    await this.embedder.embed(alignFace(levels, this.pack.template.points, this.pack.template));
  }

  private async findSubject(levels: ImageLevels, { gates }: CaptureOptions): Promise<FaceSelection> {
    const { width, height } = levels.full;
    const minFacePx = Math.max(MIN_FACE_PX, Math.min(width, height) * MIN_FACE_SHARE);
    const faces = await this.detector.detect(levels, { minFacePx, ignoreBelowShare: BACKGROUND_FACE_SHARE });
    const selection = selectFace(faces);
    const isAmbiguous = gates === 'REPORT' && selection.outcome === 'MULTIPLE_FACES';
    return isAmbiguous ? { ...selection, face: selectCentralFace(faces, levels.full) ?? selection.face } : selection;
  }

  /** The quality chip is used again where the pack has the same template. */
  private embed(levels: ImageLevels, { landmarks }: FaceDetection, chip: FaceChip): Promise<Embedding> {
    const { template } = this.pack;
    return this.embedder.embed(template.id === ARCFACE_112.id ? chip : alignFace(levels, landmarks, template));
  }
}

/** Whether a refusal ends the capture; where it does not, the first one is kept for the report. */
class Gates {
  #overlooked: CaptureRefusal | null = null;

  constructor(private readonly options: CaptureOptions) {}

  stop(refusal: CaptureRefusal): boolean {
    if (this.options.gates !== 'REPORT') return true;
    this.#overlooked ??= refusal;
    return false;
  }

  note(): { overlooked?: CaptureRefusal | null } {
    return this.options.gates === 'REPORT' ? { overlooked: this.#overlooked } : {};
  }
}

/** One frame of a liveness sequence, or why there is nothing to measure. */
export type FrameResult =
  | { readonly outcome: 'OBSERVED'; readonly observation: FrameObservation; readonly pad: PadReport }
  | { readonly outcome: 'NO_FACE' | 'MULTIPLE_FACES' };

function endsCapture({ outcome }: PadReport, { pad }: CaptureOptions): boolean {
  return outcome === 'UNDECIDED' || (outcome === 'ATTACK' && pad === 'REFUSE');
}
