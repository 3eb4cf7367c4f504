import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LivenessAction } from '@rollcall/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaceLandmarks } from '../detect/face-detection.js';
import { FaceEngine } from '../engine/face-engine.js';
import { padOfFrames } from '../pad/pad-of-frames.js';
import type { PadReport } from '../pad/pad-report.js';
import type { LivenessChallenge } from './challenge.js';
import type { FrameObservation } from './frame-observation.js';
import { verifyLiveness } from './verify-liveness.js';

const DATA = process.env.ROLLCALL_EVAL_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const LFW = join(DATA, 'lfw-dev');
const nowMs = 1_000;

/** Photos that really show the pose, told by the five points of the detector and not by the net that is under test. */
interface Person {
  readonly neutral: Buffer[];
  readonly left: Buffer[];
  readonly right: Buffer[];
}

/** How far the nose lies beside the middle of the eyes, in inter-eye distances; positive towards the right of the image. */
function noseShift([rightEye, leftEye, nose]: FaceLandmarks): number {
  const axis = [leftEye[0] - rightEye[0], leftEye[1] - rightEye[1]] as const;
  const span = axis[0] ** 2 + axis[1] ** 2;
  const middle = [(leftEye[0] + rightEye[0]) / 2, (leftEye[1] + rightEye[1]) / 2] as const;
  return ((nose[0] - middle[0]) * axis[0] + (nose[1] - middle[1]) * axis[1]) / span;
}

const TURNED_FROM = 0.3;
const NEUTRAL_TO = 0.1;

async function collectPeople(engine: FaceEngine): Promise<Person[]> {
  const people: Person[] = [];
  const folders = readdirSync(LFW, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const { name } of folders) {
    const files = readdirSync(join(LFW, name)).slice(0, 25);
    if (files.length < 5) continue;
    const person: Person = { neutral: [], left: [], right: [] };
    for (const file of files) {
      const image = readFileSync(join(LFW, name, file));
      const { outcome, detection } = await engine.capture(image, { pad: 'OFF' });
      if (detection === null || outcome === 'MULTIPLE_FACES') continue;
      const shift = noseShift(detection.landmarks);
      if (shift >= TURNED_FROM) person.left.push(image);
      else if (shift <= -TURNED_FROM) person.right.push(image);
      else if (Math.abs(shift) <= NEUTRAL_TO) person.neutral.push(image);
    }
    if (person.neutral.length > 1 && person.left.length + person.right.length > 0) people.push(person);
  }
  return people;
}

/** The photo cut closely around the face and enlarged: the same scene from nearer by. */
async function closer(engine: FaceEngine, image: Buffer): Promise<Buffer> {
  const { detection } = await engine.capture(image, { pad: 'OFF' });
  const { x, y, width, height } = detection?.box ?? { x: 62, y: 62, width: 125, height: 125 };
  const side = Math.min(250, Math.round(Math.max(width, height) * 1.3));
  const left = Math.round(Math.min(Math.max(0, x + width / 2 - side / 2), 250 - side));
  const top = Math.round(Math.min(Math.max(0, y + height / 2 - side / 2), 250 - side));
  return sharp(image).extract({ left, top, width: side, height: side }).resize(250, 250).png().toBuffer();
}

function challenge(...actions: LivenessAction[]): LivenessChallenge {
  return { id: 'c', actions, issuedAtMs: 0, expiresAtMs: 60_000 };
}

interface Sequence {
  readonly challenge: LivenessChallenge;
  readonly frames: FrameObservation[];
}

/** Of the frames of one sequence. */
type Pads = readonly PadReport[];

describe.skipIf(!existsSync(LFW))(
  'active liveness on photos of real people (skipped without the evaluation data)',
  () => {
    let engine: FaceEngine;
    const sequences: Sequence[] = [];
    const pads: Pads[] = [];
    let people = 0;
    let composed = 0;

    beforeAll(async () => {
      engine = await FaceEngine.create({ workers: 2 });
      const found = await collectPeople(engine);
      people = found.length;
      for (const person of found) {
        for (const [side, action] of [
          ['left', 'TURN_LEFT'],
          ['right', 'TURN_RIGHT'],
        ] as const) {
          const turned = person[side][0];
          const [start, second] = person.neutral;
          if (turned === undefined || start === undefined || second === undefined) continue;
          composed += 1;
          const images = [start, turned, await closer(engine, second)];
          const frames = await Promise.all(images.map((image) => engine.observe(image)));
          const observed = frames.flatMap((frame) => (frame.outcome === 'OBSERVED' ? [frame.observation] : []));
          if (observed.length !== 3) continue;
          sequences.push({ challenge: challenge(action, 'COME_CLOSER'), frames: observed });
          pads.push(frames.flatMap((frame) => (frame.outcome === 'OBSERVED' ? [frame.pad] : [])));
        }
      }
    }, 300_000);

    afterAll(() => engine?.close());

    /** With the thresholds that ship; the start frame is also the picture that is compared with the template. */
    function judge({ challenge: asked, frames }: Sequence) {
      const [first] = frames;
      if (first === undefined) throw new Error('There is no frame.');
      const subject = { embedding: first.embedding, threshold: engine.operatingPoint('VERIFY').threshold };
      return verifyLiveness(asked, frames, { nowMs, subject, samePersonThreshold: engine.samePersonThreshold });
    }

    const isLive = (sequence: Sequence) => judge(sequence).outcome === 'LIVE';

    it('passes at least 90 % of 30 or more valid sequences composed of different photos of one person', () => {
      const passed = sequences.filter(isLive).length;
      const reasons = sequences.map(({ challenge: asked, frames }) => judge({ challenge: asked, frames }));
      console.info(`liveness: ${passed} of ${composed} valid sequences of ${people} people passed`);
      const bonaFide = pads.filter((reports) => padOfFrames(reports).outcome === 'BONA_FIDE').length;
      console.info(`passive detection over the frames of each: ${bonaFide} of ${pads.length} bona fide`);
      console.info(
        reasons
          .filter((result) => result.outcome !== 'LIVE')
          .map((result) => JSON.stringify(result))
          .join('\n'),
      );
      expect(composed).toBeGreaterThanOrEqual(30);
      expect(passed / composed).toBeGreaterThanOrEqual(0.9);
    });

    it('refuses every one of them in another order', () => {
      for (const { challenge: asked, frames } of sequences) {
        const [start, turned, near] = frames as [FrameObservation, FrameObservation, FrameObservation];
        expect(isLive({ challenge: asked, frames: [start, near, turned] })).toBe(false);
        expect(isLive({ challenge: asked, frames: [turned, start, near] })).toBe(false);
      }
    });

    it('refuses every one of them when the turn is answered with a still photo', () => {
      for (const { challenge: asked, frames } of sequences) {
        const [start, , near] = frames as [FrameObservation, FrameObservation, FrameObservation];
        expect(isLive({ challenge: asked, frames: [start, start, near] })).toBe(false);
        expect(isLive({ challenge: asked, frames: [start, { ...start, pixelHash: 're-encoded' }, near] })).toBe(false);
      }
    });

    it('refuses every one of them when the turned frame shows another person', () => {
      sequences.forEach(({ challenge: asked, frames }, index) => {
        const stranger = sequences.slice(index + 1).find((other) => other.challenge.actions[0] === asked.actions[0]);
        const samePerson = stranger?.frames[0]?.embedding;
        if (stranger === undefined || samePerson === undefined) return;
        const [start, , near] = frames as [FrameObservation, FrameObservation, FrameObservation];
        expect(isLive({ challenge: asked, frames: [start, stranger.frames[1] as FrameObservation, near] })).toBe(false);
      });
    });
  },
);
