import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LivenessAction } from '@rollcall/contracts';
import sharp from 'sharp';
import type { FaceLandmarks } from '../../src/detect/face-detection.js';
import type { FaceEngine } from '../../src/engine/face-engine.js';
import type { CaptureResult } from '../../src/pipeline/capture.js';

const DATA = process.env.ROLLCALL_EVAL_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const LFW = join(DATA, 'lfw-dev');

export const HAS_MOVING_PEOPLE = existsSync(LFW);

/** Photos that really show the pose, told by the five points of the detector and not by the net that is under test. */
export interface MovingPerson {
  /** Two at least; the one that looks straightest into the camera comes first. */
  readonly neutral: Buffer[];
  readonly left: Buffer[];
  readonly right: Buffer[];
  /** Looking up from `neutral[0]`, if there is such a photo. */
  readonly up: Buffer | undefined;
}

const TURNED_FROM = 0.3;
const NEUTRAL_TO = 0.1;
/** Below: looks up; above: looks down. The middle of all photos here is 0.54. */
const NEUTRAL_DEPTH = [0.4, 0.64] as const;
/** The nose must lie this much nearer to the eyes, as a share of the way from the eyes to the mouth. */
const LOOKS_UP_FROM = 0.15;

/** Everybody of whom there are two photos looking ahead and one with the head turned; 250 × 250 pixels each. */
export async function collectMovingPeople(engine: FaceEngine): Promise<MovingPerson[]> {
  const people: MovingPerson[] = [];
  const folders = readdirSync(LFW, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    const files = readdirSync(join(LFW, name)).slice(0, 25);
    if (files.length < 4) continue;
    const person = await sortByPose(
      engine,
      files.map((file) => readFileSync(join(LFW, name, file))),
    );
    if (person !== null) people.push(person);
  }
  return people;
}

async function sortByPose(engine: FaceEngine, images: readonly Buffer[]): Promise<MovingPerson | null> {
  const left: Buffer[] = [];
  const right: Buffer[] = [];
  const ahead: { image: Buffer; noseShift: number; noseDepth: number }[] = [];
  const captures: CaptureResult[] = [];
  // Two for each child process.
  for (let start = 0; start < images.length; start += 4) {
    const some = images.slice(start, start + 4).map((image) => engine.capture(image, { pad: 'OFF' }));
    captures.push(...(await Promise.all(some)));
  }
  for (const [index, { outcome, detection }] of captures.entries()) {
    const image = images[index] as Buffer;
    if (detection === null || outcome === 'MULTIPLE_FACES') continue;
    const { shift, depth } = noseOf(detection.landmarks);
    if (shift >= TURNED_FROM) left.push(image);
    else if (shift <= -TURNED_FROM) right.push(image);
    else if (Math.abs(shift) <= NEUTRAL_TO) ahead.push({ image, noseShift: Math.abs(shift), noseDepth: depth });
  }
  ahead.sort((one, other) => one.noseShift - other.noseShift);
  const level = ahead.filter(({ noseDepth }) => noseDepth >= NEUTRAL_DEPTH[0] && noseDepth <= NEUTRAL_DEPTH[1]);
  const first = level[0];
  const up = ahead.find(({ noseDepth }) => first !== undefined && first.noseDepth - noseDepth >= LOOKS_UP_FROM)?.image;
  const neutral = level.map(({ image }) => image).filter((image) => image !== up);
  return neutral.length < 2 || left.length + right.length === 0 ? null : { neutral, left, right, up };
}

/**
 * How far the nose lies beside the middle of the eyes, in inter-eye distances, positive towards the right of the image;
 * and how far below it, as a share of the way to the mouth: less when the face looks up.
 */
function noseOf([rightEye, leftEye, nose, mouthRight, mouthLeft]: FaceLandmarks): { shift: number; depth: number } {
  const [x, y] = [leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]];
  const span = x ** 2 + y ** 2;
  const middle = [(leftEye[0] + rightEye[0]) / 2, (leftEye[1] + rightEye[1]) / 2] as const;
  const along = (point: readonly [number, number]) => ((point[0] - middle[0]) * x + (point[1] - middle[1]) * y) / span;
  const below = (point: readonly [number, number]) => ((point[1] - middle[1]) * x - (point[0] - middle[0]) * y) / span;
  const mouth = [(mouthRight[0] + mouthLeft[0]) / 2, (mouthRight[1] + mouthLeft[1]) / 2] as const;
  return { shift: along(nose), depth: below(nose) / below(mouth) };
}

/** The photo cut closely around the face and enlarged: the same scene from nearer by. */
export async function closer(engine: FaceEngine, image: Buffer): Promise<Buffer> {
  const { detection } = await engine.capture(image, { pad: 'OFF' });
  const { x, y, width, height } = detection?.box ?? { x: 62, y: 62, width: 125, height: 125 };
  const side = Math.min(250, Math.round(Math.max(width, height) * 1.3));
  const left = Math.round(Math.min(Math.max(0, x + width / 2 - side / 2), 250 - side));
  const top = Math.round(Math.min(Math.max(0, y + height / 2 - side / 2), 250 - side));
  return sharp(image).extract({ left, top, width: side, height: side }).resize(250, 250).png().toBuffer();
}

/** The neutral frame, then one for each movement; asked for a second time, the photo is cut anew (other pixels). */
export async function framesFor(
  engine: FaceEngine,
  person: MovingPerson,
  actions: readonly LivenessAction[],
): Promise<Buffer[]> {
  const frames = [person.neutral[0] as Buffer];
  for (const [index, action] of actions.entries()) {
    const image = await frameOf(engine, person, action);
    frames.push(actions.indexOf(action) === index ? image : await cutAnew(image));
  }
  return frames;
}

async function frameOf(engine: FaceEngine, person: MovingPerson, action: LivenessAction): Promise<Buffer> {
  const { neutral, left, right, up } = person;
  switch (action) {
    case 'TURN_LEFT':
      return left[0] ?? mirrored(right[0] as Buffer);
    case 'TURN_RIGHT':
      return right[0] ?? mirrored(left[0] as Buffer);
    case 'COME_CLOSER':
      return closer(engine, neutral[1] as Buffer);
    default:
      if (action !== 'LOOK_UP' || up === undefined) throw new RangeError(`No photo shows ${action}.`);
      return up;
  }
}

const mirrored = (image: Buffer): Promise<Buffer> => sharp(image).flop().png().toBuffer();

const cutAnew = (image: Buffer): Promise<Buffer> =>
  sharp(image).extract({ left: 2, top: 2, width: 246, height: 246 }).png().toBuffer();
