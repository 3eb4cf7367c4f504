import * as ort from 'onnxruntime-node';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import { finiteOutput } from '../models/finite-output.js';
import { type ModelSession, openModel } from '../models/model-session.js';
import type { Candidate } from './candidate.js';

const INPUT = { width: 320, height: 240 } as const;
/** The net must see the face at both of these: the height of its input in heights of the face. */
const CONTEXT_HEIGHTS = [2, 3] as const;
const MIN_SCORE = 0.5;
/** How far from the middle of the input the box it finds may lie, as a share of the input. */
const MAX_OFFSET = { x: 0.12, y: 0.15 } as const;

/**
 * A detector of another make (single shot, trained apart from MTCNN), asked only where MTCNN is in doubt: profiles, faces
 * turned down, and patterns that look like one. What both take for a face is one.
 */
export class SecondOpinion {
  private readonly pixels = new Float32Array(3 * INPUT.width * INPUT.height);

  private constructor(private readonly net: ModelSession) {}

  static async create(threads: number): Promise<SecondOpinion> {
    return new SecondOpinion(await openModel('detect-faceplugin', { threads }));
  }

  async agrees(levels: ImageLevels, candidate: Candidate): Promise<boolean> {
    for (const heights of CONTEXT_HEIGHTS) {
      if ((await this.score(levels, candidate, heights)) < MIN_SCORE) return false;
    }
    return true;
  }

  /** The best score, 0 to 1, of a box around the middle of the candidate. */
  private async score(levels: ImageLevels, { left, top, right, bottom }: Candidate, heights: number): Promise<number> {
    const height = (bottom - top) * heights;
    const width = (height * INPUT.width) / INPUT.height;
    const crop = { x: (left + right - width) / 2, y: (top + bottom - height) / 2, width, height };
    sampleAffine(levels, boxToOutput(crop, INPUT.width, INPUT.height), INPUT.width, INPUT.height, this.pixels);
    for (let i = 0; i < this.pixels.length; i += 1) this.pixels[i] = (this.pixels[i] - 127) / 128;
    const input = new ort.Tensor('float32', this.pixels, [1, 3, INPUT.height, INPUT.width]);
    const { scores, boxes } = await this.net.run({ input });
    return bestInTheMiddle(finiteOutput('detect-faceplugin', scores), finiteOutput('detect-faceplugin', boxes));
  }
}

function bestInTheMiddle(scores: Float32Array, boxes: Float32Array): number {
  let best = 0;
  for (let anchor = 0; anchor * 2 < scores.length; anchor += 1) {
    const [left, top, right, bottom] = boxes.subarray(anchor * 4, anchor * 4 + 4);
    const isInTheMiddle =
      Math.abs((left + right) / 2 - 0.5) < MAX_OFFSET.x && Math.abs((top + bottom) / 2 - 0.5) < MAX_OFFSET.y;
    if (isInTheMiddle) best = Math.max(best, scores[anchor * 2 + 1]);
  }
  return best;
}
