import type { FaceBox, FaceDetection, Point } from '../../detect/face-detection.js';
import type { LabelledPhoto } from '../datasets/face-labels.dataset.js';

export interface FaceCount {
  /** Marked faces. */
  readonly faces: number;
  readonly found: number;
  /** Found where nothing is marked: a mistake, or a face nobody marked. */
  readonly unmarked: number;
}

/**
 * Compares what was found with what was marked; each mark and each finding counts once. A marked box is found if the nose
 * of a finding lies in it and their heights differ by less than a factor of two and a half (boxes are drawn tighter or
 * wider in different sets); a marked nose is found if it lies in the box of a finding. Where only a number is known, that many
 * findings are taken for right.
 */
export function countFaces(labels: LabelledPhoto, detections: readonly FaceDetection[]): FaceCount {
  const { boxes, ignored, noses, faces } = labels;
  if (boxes.length + noses.length === 0 && ignored.length === 0) {
    const found = Math.min(faces, detections.length);
    return { faces, found, unmarked: detections.length - found };
  }
  const left = [...detections];
  const take = <Mark>(marks: readonly Mark[], isFound: (mark: Mark, face: FaceDetection) => boolean): number =>
    marks.filter((mark) => {
      const index = left.findIndex((face) => isFound(mark, face));
      if (index >= 0) left.splice(index, 1);
      return index >= 0;
    }).length;
  const found = take(boxes, isInBox) + take(noses, hasNose);
  take(ignored, isInBox);
  return { faces, found, unmarked: left.length };
}

const LARGEST_FACTOR = 2.5;

function isInBox(box: FaceBox, { box: found, landmarks }: FaceDetection): boolean {
  const factor = found.height / box.height;
  return contains(box, landmarks[2]) && factor < LARGEST_FACTOR && factor > 1 / LARGEST_FACTOR;
}

function hasNose(nose: Point, { box }: FaceDetection): boolean {
  return contains(box, nose);
}

function contains({ x, y, width, height }: FaceBox, [px, py]: Point): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height;
}
