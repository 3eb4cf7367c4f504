import * as ort from 'onnxruntime-node';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import type { ModelSession } from '../models/model-session.js';
import { type Candidate, suppressNonMaxima, toSquare } from './candidate.js';

/** P-Net looks at 12×12 squares, every second pixel. */
export const PROPOSAL_SIDE_PX = 12;
const PROPOSAL_STEP_PX = 2;
/** Squares judged in one run: bounds the memory of a crowded photo. */
const BATCH = 64;

/** What a refining net said about each square it was shown. */
export interface Judgement {
  readonly candidate: Candidate;
  readonly square: { readonly x: number; readonly y: number; readonly width: number };
  /** Five x, then five y, as fractions of the square; empty for R-Net. */
  readonly points: readonly number[];
}

/** Runs P-Net on the image shrunk so that a face of `facePx` becomes 12 px, and returns what passes, one per place. */
export async function propose(
  net: ModelSession,
  levels: ImageLevels,
  facePx: number,
  minScore: number,
  buffer: Float32Array,
): Promise<Candidate[]> {
  const { width, height } = levels.full;
  const { columns, rows } = proposalSize(width, height, facePx);
  sampleAffine(levels, boxToOutput({ x: 0, y: 0, width, height }, columns, rows), columns, rows, buffer);
  const pixels = new ort.Tensor('float32', buffer.subarray(0, 3 * columns * rows), [1, 3, rows, columns]);
  const { score, region } = await net.run({ pixels });
  const found = readProposals(score, region, minScore, width / columns, height / rows);
  return suppressNonMaxima(found, 0.5, 'UNION');
}

/** Size of the shrunk image for faces of `facePx`. */
export function proposalSize(width: number, height: number, facePx: number): { columns: number; rows: number } {
  const scale = PROPOSAL_SIDE_PX / facePx;
  return { columns: Math.round(width * scale), rows: Math.round(height * scale) };
}

function readProposals(
  score: ort.Tensor,
  region: ort.Tensor,
  minScore: number,
  scaleX: number,
  scaleY: number,
): Candidate[] {
  const [, , rows, columns] = score.dims;
  const scores = finiteOutput('mtcnn-pnet', score);
  const regions = finiteOutput('mtcnn-pnet', region);
  const plane = rows * columns;
  const found: Candidate[] = [];
  for (let cell = 0; cell < plane; cell += 1) {
    if (scores[cell] < minScore) continue;
    const left = (cell % columns) * PROPOSAL_STEP_PX * scaleX;
    const top = Math.floor(cell / columns) * PROPOSAL_STEP_PX * scaleY;
    found.push({
      left,
      top,
      right: left + PROPOSAL_SIDE_PX * scaleX,
      bottom: top + PROPOSAL_SIDE_PX * scaleY,
      score: scores[cell],
      region: [regions[cell], regions[cell + plane], regions[cell + 2 * plane], regions[cell + 3 * plane]],
    });
  }
  return found;
}

/** Shows every candidate, as a `side`×`side` square, to R-Net (24) or O-Net (48); returns those that pass. */
export async function judge(
  net: ModelSession,
  levels: ImageLevels,
  candidates: readonly Candidate[],
  side: number,
  minScore: number,
  buffer: Float32Array,
): Promise<Judgement[]> {
  const passed: Judgement[] = [];
  const size = 3 * side * side;
  for (let start = 0; start < candidates.length; start += BATCH) {
    const squares = candidates.slice(start, start + BATCH).map(toSquare);
    squares.forEach((square, index) => {
      sampleAffine(levels, boxToOutput(square, side), side, side, buffer, index * size);
    });
    const dims = [squares.length, 3, side, side];
    const outputs = await net.run({
      pixels: new ort.Tensor('float32', buffer.subarray(0, squares.length * size), dims),
    });
    const scores = finiteOutput('mtcnn', outputs.score);
    const regions = finiteOutput('mtcnn', outputs.region);
    const points = outputs.points === undefined ? new Float32Array(0) : finiteOutput('mtcnn-onet', outputs.points);
    squares.forEach(({ x, y, width }, index) => {
      if (scores[index] < minScore) return;
      const [left, top, right, bottom] = regions.subarray(index * 4, index * 4 + 4);
      passed.push({
        candidate: {
          left: x,
          top: y,
          right: x + width,
          bottom: y + width,
          score: scores[index],
          region: [left, top, right, bottom],
        },
        square: { x, y, width },
        points: [...points.subarray(index * 10, index * 10 + 10)],
      });
    });
  }
  return passed;
}

/** Floats that `judge` needs for squares of this side. */
export function judgeBufferLength(side: number): number {
  return BATCH * 3 * side * side;
}
