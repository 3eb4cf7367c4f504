import type { FaceDetection } from './face-detection.js';

/**
 * The rule of the single face: the largest face is the subject. Another face is background, and is ignored, if its box is
 * less than half as high; at the usual distance of a kiosk that person stands more than twice as far away. Any other
 * second face makes the image ambiguous: it could be the one that was meant, so nothing is compared (docs/adr/0021).
 */
export const BACKGROUND_FACE_SHARE = 0.5;

export type FaceSelection =
  | { readonly outcome: 'SINGLE_FACE'; readonly face: FaceDetection; readonly faces: 1 }
  | { readonly outcome: 'NO_FACE'; readonly face: null; readonly faces: 0 }
  | { readonly outcome: 'MULTIPLE_FACES'; readonly face: FaceDetection; readonly faces: number };

/** Applies the rule; `faces` counts the faces that are not background. */
export function selectFace(detections: readonly FaceDetection[]): FaceSelection {
  const [face, ...others] = [...detections].sort((one, other) => other.box.height - one.box.height);
  if (face === undefined) return { outcome: 'NO_FACE', face: null, faces: 0 };
  const rivals = others.filter(({ box }) => box.height >= face.box.height * BACKGROUND_FACE_SHARE).length;
  if (rivals > 0) return { outcome: 'MULTIPLE_FACES', face, faces: rivals + 1 };
  return { outcome: 'SINGLE_FACE', face, faces: 1 };
}

/** The face nearest to the middle of the image among those that are not background; for data sets whose subject is there. */
export function selectCentralFace(
  detections: readonly FaceDetection[],
  image: { readonly width: number; readonly height: number },
): FaceDetection | null {
  const largest = Math.max(0, ...detections.map(({ box }) => box.height));
  const distance = ({ box }: FaceDetection) =>
    Math.hypot(box.x + (box.width - image.width) / 2, box.y + (box.height - image.height) / 2);
  return detections
    .filter(({ box }) => box.height >= largest * BACKGROUND_FACE_SHARE)
    .reduce<FaceDetection | null>(
      (best, face) => (best === null || distance(face) < distance(best) ? face : best),
      null,
    );
}
