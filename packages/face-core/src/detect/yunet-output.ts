import { DomainError } from '@rollcall/contracts';
import type { FaceBox, FaceLandmarks, Point } from './face-detection.js';
import type { SingleShotFace } from './single-shot-net.js';
import type { SingleShotSpec } from './single-shot-specs.js';

/** Pixels of the input that one cell of each grid stands for. */
export const YUNET_STRIDES = [8, 16, 32] as const;
/** Values a cell, by the name of the output without its stride. */
const PARTS = { cls: 1, obj: 1, bbox: 4, kps: 10 } as const;
/** Cells of one look that become candidates, best first: bounds the time of a hostile picture. */
const MAX_CANDIDATES = 512;

type Part = keyof typeof PARTS;
/** The values of an output by its name, such as `kps_16`; every one of them a number. */
export type OutputsByName = (name: string) => Float32Array;

/**
 * Reads what YuNet gives (Wu, Peng, Yu, "YuNet: A Tiny Millisecond-level Face Detector", 2023; the layout is that of OpenCV's
 * FaceDetectorYN): for each stride and cell the two scores `cls` and `obj`, whose geometric mean is the score, `bbox` (offset of the
 * middle in cells, logarithm of width and height in cells) and `kps` (offsets of the five points in cells, in the order of
 * `FaceLandmarks`).
 *
 * @returns candidates in pixels of the image, for a look at `window`
 * @throws DomainError `MODEL_INTEGRITY` if an output has another length, or a box no size
 */
export function readYunet(output: OutputsByName, spec: SingleShotSpec, window: FaceBox): SingleShotFace[] {
  const found = YUNET_STRIDES.flatMap((stride) => readGrid(output, spec, stride, window));
  return found.sort((one, other) => other.score - one.score).slice(0, MAX_CANDIDATES);
}

function readGrid(output: OutputsByName, spec: SingleShotSpec, stride: number, window: FaceBox): SingleShotFace[] {
  const [columns, rows] = [spec.width / stride, spec.height / stride];
  const read = (part: Part): Float32Array => {
    const values = output(`${part}_${stride}`);
    const expected = columns * rows * PARTS[part];
    if (values.length !== expected)
      throw broken(`the detector ${spec.modelId} gave ${values.length} values in ${part}_${stride}, not ${expected}`);
    return values;
  };
  const [classScores, objectScores, boxes, points] = [read('cls'), read('obj'), read('bbox'), read('kps')];
  const [scaleX, scaleY] = [(stride * window.width) / spec.width, (stride * window.height) / spec.height];
  const found: SingleShotFace[] = [];
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const score = Math.sqrt(clamp(classScores[cell]) * clamp(objectScores[cell]));
    if (score < spec.minScore) continue;
    const [column, row] = [cell % columns, Math.floor(cell / columns)];
    const place = (x: number, y: number): Point => [window.x + (column + x) * scaleX, window.y + (row + y) * scaleY];
    const [offsetX, offsetY, logWidth, logHeight] = boxes.subarray(cell * 4, cell * 4 + 4);
    const [middleX, middleY] = place(offsetX, offsetY);
    const [width, height] = [Math.exp(logWidth) * scaleX, Math.exp(logHeight) * scaleY];
    if (!(Number.isFinite(width * height) && width * height > 0))
      throw broken(`the detector ${spec.modelId} gave a box without a size`);
    const at = (index: number): Point => place(points[cell * 10 + 2 * index], points[cell * 10 + 2 * index + 1]);
    const landmarks: FaceLandmarks = [at(0), at(1), at(2), at(3), at(4)];
    found.push({
      ...{ left: middleX - width / 2, right: middleX + width / 2 },
      ...{ top: middleY - height / 2, bottom: middleY + height / 2 },
      ...{ score, region: [0, 0, 0, 0], landmarks },
    });
  }
  return found;
}

function clamp(score: number): number {
  return Math.min(Math.max(score, 0), 1);
}

function broken(internal: string): DomainError {
  return new DomainError('MODEL_INTEGRITY', { internal });
}
