import type { ImageLevels } from '../image/image-levels.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import { type Candidate, refine, suppressNonMaxima } from './candidate.js';
import { type Judgement, judge, judgeBufferLength, proposalSize, propose } from './mtcnn-nets.js';
import { SecondOpinion } from './second-opinion.js';

/**
 * Scores that a candidate needs in the three nets, near the authors' 0.6, 0.7, 0.7. O-Net then looks once more: from
 * `certain` on that is a face, below a second detector decides (docs/adr/0021).
 */
const MIN_SCORES = { proposal: 0.6, refine: 0.7, output: 0.5, certain: 0.9 } as const;
/** Proposals that go on to R-Net in each round, best first: bounds the time of a hostile picture. */
const MAX_PROPOSALS = 512;
/** Doubtful candidates that the second detector looks at in each round, best first. */
const MAX_DOUBTS = 6;

/** A face that the cascade kept: its refined box, and its points as fractions of the square that was looked at. */
export type CascadeFace = Candidate & Pick<Judgement, 'square' | 'points'>;

/**
 * The three nets of Zhang, Zhang, Li, Qiao, "Joint Face Detection and Alignment using Multi-task Cascaded Convolutional
 * Networks", 2016: P-Net proposes, R-Net and O-Net refine in batches. Input buffers are kept and used again.
 */
export class MtcnnCascade {
  private proposalBuffer = new Float32Array(0);
  private readonly refineBuffer = new Float32Array(judgeBufferLength(24));
  private readonly outputBuffer = new Float32Array(judgeBufferLength(48));

  private constructor(
    private readonly pnet: ModelSession,
    private readonly rnet: ModelSession,
    private readonly onet: ModelSession,
    private readonly secondOpinion: SecondOpinion,
  ) {}

  static async create(threads: number): Promise<MtcnnCascade> {
    const tuning = { threads, hasVaryingShape: true };
    return new MtcnnCascade(
      await openModel('mtcnn-pnet', tuning),
      await openModel('mtcnn-rnet', tuning),
      await openModel('mtcnn-onet', tuning),
      await SecondOpinion.create(threads),
    );
  }

  /** Faces of about the given heights in pixels, some of them perhaps among the `known` ones. */
  async search(
    levels: ImageLevels,
    sizes: readonly number[],
    known: readonly Candidate[] = [],
  ): Promise<CascadeFace[]> {
    const proposals: Candidate[] = [];
    for (const size of sizes) {
      const buffer = this.proposalBufferFor(levels, size);
      proposals.push(...(await propose(this.pnet, levels, size, MIN_SCORES.proposal, buffer)));
    }
    const proposed = suppressNonMaxima(proposals, 0.7, 'UNION').slice(0, MAX_PROPOSALS).map(refine);
    const refined = await judge(this.rnet, levels, proposed, 24, MIN_SCORES.refine, this.refineBuffer);
    // As the authors do it: overlapping boxes are thinned out before they are moved. Moved first, they kept worse points:
    // 10-fold accuracy of the 128-d pack on LFW fell by 0.2 points.
    const distinct = suppressNonMaxima(
      refined.map(({ candidate }) => candidate),
      0.7,
      'UNION',
    );
    const kept = distinct.map(refine);
    const judged = await judge(this.onet, levels, kept, 48, MIN_SCORES.output, this.outputBuffer);
    return this.confirm(levels, suppressNonMaxima(judged.map(toFace), 0.7, 'SMALLER'), known);
  }

  /** Runs each net once on any image. */
  async warmUp(levels: ImageLevels): Promise<void> {
    const { width, height } = levels.full;
    await this.search(levels, [Math.min(width, height) / 2]);
    const whole: Candidate = { left: 0, top: 0, right: width, bottom: height, score: 1, region: [0, 0, 0, 0] };
    await judge(this.rnet, levels, [whole], 24, 0, this.refineBuffer);
    await judge(this.onet, levels, [whole], 48, 0, this.outputBuffer);
    await this.secondOpinion.agrees(levels, whole);
  }

  /** O-Net once more on its own refined squares: true faces, now centred, score as high again and get truer points. */
  private async confirm(
    levels: ImageLevels,
    faces: readonly CascadeFace[],
    known: readonly Candidate[],
  ): Promise<CascadeFace[]> {
    const again = (await judge(this.onet, levels, faces, 48, 0, this.outputBuffer)).map(toFace);
    const certain = again.filter(({ score }) => score >= MIN_SCORES.certain);
    const doubtful = faces.flatMap((face, index) => {
      const { score } = again[index];
      return score < MIN_SCORES.certain ? { ...face, score: (face.score + score) / 2 } : [];
    });
    return [...certain, ...(await this.settleDoubts(levels, doubtful, [...known, ...certain]))];
  }

  private async settleDoubts(
    levels: ImageLevels,
    doubtful: readonly CascadeFace[],
    certain: readonly Candidate[],
  ): Promise<CascadeFace[]> {
    const isNew = (face: Candidate): boolean => suppressNonMaxima([...certain, face], 0.4, 'SMALLER').includes(face);
    const settled: CascadeFace[] = [];
    for (const face of suppressNonMaxima(doubtful, 0.4, 'SMALLER').filter(isNew).slice(0, MAX_DOUBTS)) {
      if (await this.secondOpinion.agrees(levels, face)) settled.push(face);
    }
    return settled;
  }

  private proposalBufferFor(levels: ImageLevels, size: number): Float32Array {
    const { columns, rows } = proposalSize(levels.full.width, levels.full.height, size);
    if (this.proposalBuffer.length < 3 * columns * rows) this.proposalBuffer = new Float32Array(3 * columns * rows);
    return this.proposalBuffer;
  }
}

function toFace({ candidate, square, points }: Judgement): CascadeFace {
  return { ...refine(candidate), square, points };
}
