import type { FaceLandmarks, Point } from '../detect/face-detection.js';

/** Where the five points of a face come to lie in the square picture that an embedding net was trained on. */
export interface ChipTemplate {
  /** The user's own template is `own`; it may have the points of another at another size. */
  readonly id: 'arcface-112' | 'dlib-150' | 'own';
  readonly sizePx: number;
  readonly points: FaceLandmarks;
}

/**
 * The 112×112 template of SphereFace and ArcFace (Deng et al. 2019). Its points are pixel indices; ours count from the
 * corner of the image, where the middle of the first pixel is at 0.5.
 */
export const ARCFACE_112: ChipTemplate = {
  id: 'arcface-112',
  sizePx: 112,
  points: [
    [38.2946 + 0.5, 51.6963 + 0.5],
    [73.5318 + 0.5, 51.5014 + 0.5],
    [56.0252 + 0.5, 71.7366 + 0.5],
    [41.5493 + 0.5, 92.3655 + 0.5],
    [70.7299 + 0.5, 92.2041 + 0.5],
  ],
};

const DLIB_SIZE_PX = 150;
/** Margin around the mean face, as a share of it. dlib uses 0.25; 0.20 did better with these five points. */
const DLIB_PADDING = 0.2;
const dlibPoint = (x: number, y: number): Point => [
  ((DLIB_PADDING + x) / (1 + 2 * DLIB_PADDING)) * DLIB_SIZE_PX,
  ((DLIB_PADDING + y) / (1 + 2 * DLIB_PADDING)) * DLIB_SIZE_PX,
];

/** dlib's 150×150 face chip: the mean positions of the five points among its 68, with a margin. */
export const DLIB_150: ChipTemplate = {
  id: 'dlib-150',
  sizePx: DLIB_SIZE_PX,
  points: [
    dlibPoint(0.2255, 0.216),
    dlibPoint(0.7548, 0.216),
    dlibPoint(0.4901, 0.5156),
    dlibPoint(0.2541, 0.7802),
    dlibPoint(0.7261, 0.7802),
  ],
};
