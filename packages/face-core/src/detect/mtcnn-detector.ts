import type { ImageLevels } from '../image/image-levels.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import { type Candidate, refine, suppressNonMaxima } from './candidate.js';
import type { FaceDetection, Point } from './face-detection.js';
import { type Judgement, judge, judgeBufferLength, PROPOSAL_SIDE_PX, proposalSize, propose } from './mtcnn-nets.js';

/** Scores that a candidate needs in the three nets. The first two are the authors'; the last is higher: no false faces. */
const MIN_SCORES = { proposal: 0.6, refine: 0.7, output: 0.6, confirm: 0.8 } as const;
/** Each search size is this much smaller than the one before: 1/√2, the authors' choice. */
const SIZE_STEP = 0.709;
/** Proposals that go on to R-Net, best first, in each round: bounds the time of a hostile picture. */
const MAX_PROPOSALS = 512;

export interface DetectOptions {
  /** Height of the smallest face searched, in pixels of the image; at least 12. */
  readonly minFacePx: number;
  /**
   * Stops searching for faces smaller than this share of the largest found: they could not change the outcome.
   * 0 (default) finds all.
   */
  readonly ignoreBelowShare?: number;
}

/**
 * MTCNN (Zhang, Zhang, Li, Qiao 2016): P-Net proposes on a pyramid of sizes, R-Net and O-Net refine in batches. Sizes are
 * searched from large to small in rounds, so a face that fills the frame is found at a fraction of the cost of a full search.
 */
export class MtcnnDetector {
  private proposalBuffer = new Float32Array(0);
  private readonly refineBuffer = new Float32Array(judgeBufferLength(24));
  private readonly outputBuffer = new Float32Array(judgeBufferLength(48));

  private constructor(
    private readonly pnet: ModelSession,
    private readonly rnet: ModelSession,
    private readonly onet: ModelSession,
  ) {}

  static async create(threads: number): Promise<MtcnnDetector> {
    const tuning = { threads, hasVaryingShape: true };
    return new MtcnnDetector(
      await openModel('mtcnn-pnet', tuning),
      await openModel('mtcnn-rnet', tuning),
      await openModel('mtcnn-onet', tuning),
    );
  }

  /** All faces found, the largest first, in pixels of `levels.full`. */
  async detect(levels: ImageLevels, { minFacePx, ignoreBelowShare = 0 }: DetectOptions): Promise<FaceDetection[]> {
    let found: JudgedFace[] = [];
    for (const round of searchRounds(levels.full, Math.max(minFacePx, PROPOSAL_SIDE_PX))) {
      const largest = Math.max(0, ...found.map(heightOf));
      const sizes = round.filter((size) => size >= largest * ignoreBelowShare * SIZE_STEP);
      if (sizes.length === 0) break;
      found = suppressFaces([...found, ...(await this.search(levels, sizes))]);
    }
    return found.sort((one, other) => heightOf(other) - heightOf(one)).map(toDetection);
  }

  /** Runs each net once on any image. */
  async warmUp(levels: ImageLevels): Promise<void> {
    const { width, height } = levels.full;
    await this.search(levels, [Math.min(width, height) / 2]);
    const whole: Candidate = { left: 0, top: 0, right: width, bottom: height, score: 1, region: [0, 0, 0, 0] };
    await judge(this.rnet, levels, [whole], 24, 0, this.refineBuffer);
    await judge(this.onet, levels, [whole], 48, 0, this.outputBuffer);
  }

  private async search(levels: ImageLevels, sizes: readonly number[]): Promise<JudgedFace[]> {
    const proposals: Candidate[] = [];
    for (const size of sizes) {
      const buffer = this.proposalBufferFor(levels, size);
      proposals.push(...(await propose(this.pnet, levels, size, MIN_SCORES.proposal, buffer)));
    }
    const proposed = suppressNonMaxima(proposals, 0.7, 'UNION').slice(0, MAX_PROPOSALS).map(refine);
    const refined = await judge(this.rnet, levels, proposed, 24, MIN_SCORES.refine, this.refineBuffer);
    const kept = suppressNonMaxima(
      refined.map(({ candidate }) => candidate),
      0.7,
      'UNION',
    ).map(refine);
    const judged = await judge(this.onet, levels, kept, 48, MIN_SCORES.output, this.outputBuffer);
    const faces = suppressNonMaxima(
      judged.map(({ candidate }) => refine(candidate)),
      0.7,
      'SMALLER',
    );
    return this.confirm(levels, faces);
  }

  /** O-Net once more on its own refined squares: true faces, now centred, score higher and get truer points. */
  private async confirm(levels: ImageLevels, faces: readonly Candidate[]): Promise<JudgedFace[]> {
    const confirmed = await judge(this.onet, levels, faces, 48, MIN_SCORES.confirm, this.outputBuffer);
    return confirmed.map(({ candidate, ...rest }) => ({ ...rest, ...refine(candidate) }));
  }

  private proposalBufferFor(levels: ImageLevels, size: number): Float32Array {
    const { columns, rows } = proposalSize(levels.full.width, levels.full.height, size);
    if (this.proposalBuffer.length < 3 * columns * rows) this.proposalBuffer = new Float32Array(3 * columns * rows);
    return this.proposalBuffer;
  }
}

type JudgedFace = Candidate & Pick<Judgement, 'square' | 'points'>;

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

function suppressFaces(faces: readonly JudgedFace[]): JudgedFace[] {
  return suppressNonMaxima(suppressNonMaxima(faces, 0.7, 'SMALLER'), 0.4, 'UNION');
}

function heightOf({ top, bottom }: Candidate): number {
  return bottom - top;
}

function toDetection({ left, top, right, bottom, score, square, points }: JudgedFace): FaceDetection {
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
