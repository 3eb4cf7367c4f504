import type { FaceLandmarks, Point } from '../detect/face-detection.js';

/** How far the tip of the nose stands out of the plane of eyes and mouth, in distances between the eyes. */
const NOSE_DEPTH = 0.55;
/** From the eyes to the mouth in distances between the eyes, and how far down the nose lies: the mean face of the ArcFace template. */
const FACE_HEIGHT = 1.15;
const NOSE_SHARE = 0.49;

const DEGREES = 180 / Math.PI;

/**
 * Estimates how far a head is turned (yaw), nodded (pitch) and tilted (roll), each as degrees ≥ 0, from the place of the
 * nose between eyes and mouth on a simple solid face. Good enough to tell frontal from turned away, not an angle meter.
 */
export function measurePose([rightEye, leftEye, nose, rightMouth, leftMouth]: FaceLandmarks): {
  yawDegrees: number;
  pitchDegrees: number;
  rollDegrees: number;
} {
  const eyes = middle(rightEye, leftEye);
  const mouth = middle(rightMouth, leftMouth);
  const down: Point = [mouth[0] - eyes[0], mouth[1] - eyes[1]];
  const faceHeight = Math.hypot(...down);
  const noseArm: Point = [nose[0] - eyes[0], nose[1] - eyes[1]];
  // The nose in the frame of the face: along the line from eyes to mouth, and to the side of it.
  const along = (noseArm[0] * down[0] + noseArm[1] * down[1]) / faceHeight ** 2;
  const aside = (noseArm[0] * down[1] - noseArm[1] * down[0]) / faceHeight;
  const eyeSpan = Math.hypot(leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]);
  return {
    yawDegrees: Math.abs(Math.atan2(aside, NOSE_DEPTH * eyeSpan)) * DEGREES,
    pitchDegrees: Math.abs(Math.atan(((along - NOSE_SHARE) * FACE_HEIGHT) / NOSE_DEPTH)) * DEGREES,
    rollDegrees: Math.abs(Math.atan2(leftEye[1] - rightEye[1], leftEye[0] - rightEye[0])) * DEGREES,
  };
}

function middle([ax, ay]: Point, [bx, by]: Point): Point {
  return [(ax + bx) / 2, (ay + by) / 2];
}
