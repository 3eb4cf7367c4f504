export type Point = readonly [x: number, y: number];

/** In pixels of the upright image; x grows to the right, y downwards. May reach outside the image. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Right eye (left in the image), left eye, nose tip, right and left corner of the mouth. */
export type FaceLandmarks = readonly [Point, Point, Point, Point, Point];

export interface FaceDetection {
  readonly box: FaceBox;
  readonly landmarks: FaceLandmarks;
  /** How sure the detector is, 0 to 1. */
  readonly score: number;
}

/** Distance between the eyes in pixels, the usual measure of how large a face is. */
export function interEyeDistancePx({ landmarks: [rightEye, leftEye] }: FaceDetection): number {
  return Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
}

/** The same detection in an image `factor` times as large. */
export function scaleDetection({ box, landmarks, score }: FaceDetection, factor: number): FaceDetection {
  const scale = ([x, y]: Point): Point => [x * factor, y * factor];
  const [a, b, c, d, e] = landmarks;
  return {
    box: { x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor },
    landmarks: [scale(a), scale(b), scale(c), scale(d), scale(e)],
    score,
  };
}
