import type { SeenFace } from './live-face.types';

/** What the person before the camera can do better, or that all is well. */
export const LIVE_ADVICE = ['noFace', 'onlyOne', 'closer', 'back', 'centre', 'darker', 'straight', 'good'] as const;
export type LiveAdvice = (typeof LIVE_ADVICE)[number];

/** A second face is a passer-by if it has less than this share of the height of the first; the server counts in the same way. */
const PASSER_BY = 0.5;
/** Height of a face as a share of the frame. */
const [SMALLEST, LARGEST] = [0.26, 0.85];
/** How far the middle of a face may lie from the middle of the frame, as a share of it. */
const OFF_CENTRE = 0.25;
const DARKEST = 55;
/** The nose of a face that looks straight lies in the middle between the eyes, give or take this share of the way. */
const NOSE_OFF = 0.25;
const TILTED_DEGREES = 35;

/** The most urgent advice for a frame. The server decides by measures of its own; this only saves a try. */
export function adviceFor(faces: readonly SeenFace[]): LiveAdvice {
  const [first, second] = [...faces].sort((one, other) => other.height - one.height);
  if (first === undefined) return 'noFace';
  if (second !== undefined && second.height > PASSER_BY * first.height) return 'onlyOne';
  if (first.height < SMALLEST) return 'closer';
  if (first.height > LARGEST) return 'back';
  if (offCentre(first.x, first.width) > OFF_CENTRE || offCentre(first.y, first.height) > OFF_CENTRE) return 'centre';
  if (first.brightness < DARKEST) return 'darker';
  if (!isStraight(first)) return 'straight';
  return 'good';
}

const offCentre = (start: number, length: number): number => Math.abs(start + length / 2 - 0.5);

function isStraight({ nose, tilt }: SeenFace): boolean {
  if (nose === null || tilt === null) return true;
  return Math.abs(nose - 0.5) <= NOSE_OFF && Math.abs(tilt) <= TILTED_DEGREES;
}
