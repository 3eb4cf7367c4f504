import type { FaceLandmarks, Point } from '../detect/face-detection.js';
import { ARCFACE_112, type ChipTemplate, DLIB_150 } from './chip-templates.js';

/**
 * FaceNet was trained on MTCNN's box with a margin (Schroff et al., 2015; a margin of 32 px on LFW): the mean points in
 * the box, measured with our MTCNN on 177 photos of LFW, in the middle 0.76 of the square. An approximation: the box was
 * stretched to a square there, and is not here.
 */
const FACENET_BOX_SHARE = 0.76;
const FACENET_POINTS: FaceLandmarks = [
  [0.2903, 0.3918],
  [0.7394, 0.389],
  [0.5119, 0.5852],
  [0.3168, 0.7573],
  [0.7192, 0.7537],
];

type TemplateName = 'arcface' | 'dlib' | 'facenet';

export function isTemplateName(name: unknown): name is TemplateName {
  return name === 'arcface' || name === 'dlib' || name === 'facenet';
}

/** A known template at another size. */
export function namedTemplate(name: TemplateName, sizePx: number): ChipTemplate {
  if (name === 'facenet') {
    const place = ([x, y]: Point): Point => [facenet(x, sizePx), facenet(y, sizePx)];
    return ownTemplate(sizePx, FACENET_POINTS.map(place));
  }
  const known = name === 'arcface' ? ARCFACE_112 : DLIB_150;
  const factor = sizePx / known.sizePx;
  return ownTemplate(
    sizePx,
    known.points.map(([x, y]): Point => [x * factor, y * factor]),
  );
}

/** @param points five, in pixels of the square: right eye (left in the image), left eye, nose, corners of the mouth */
export function ownTemplate(sizePx: number, points: readonly (readonly number[])[]): ChipTemplate {
  const [a, b, c, d, e] = points.map(([x, y]): Point => [x, y]);
  return { id: 'own', sizePx, points: [a, b, c, d, e] };
}

function facenet(share: number, sizePx: number): number {
  return ((1 - FACENET_BOX_SHARE) / 2 + share * FACENET_BOX_SHARE) * sizePx;
}
