import type { LivenessAction } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closer,
  collectMovingPeople,
  framesFor,
  HAS_MOVING_PEOPLE,
  type MovingPerson,
} from '../../test/testing/moving-people.js';
import type { Embedding } from '../embed/embedding.js';
import { FaceEngine } from '../engine/face-engine.js';
import { cosineSimilarity } from '../match/verify.js';
import { padOfFrames } from '../pad/pad-of-frames.js';
import type { PadReport } from '../pad/pad-report.js';
import { issueChallenge, type LivenessChallenge } from './challenge.js';
import type { FrameObservation } from './frame-observation.js';
import { verifyLiveness } from './verify-liveness.js';

const nowMs = 1_000;

function challenge(...actions: LivenessAction[]): LivenessChallenge {
  return { id: 'c', actions, issuedAtMs: 0, expiresAtMs: 60_000 };
}

/** What the photos of this person can show; for a turn that no photo shows the other one is mirrored. */
function movementsOf({ up }: MovingPerson): LivenessAction[] {
  return ['TURN_LEFT', 'TURN_RIGHT', 'COME_CLOSER', ...(up === undefined ? [] : (['LOOK_UP'] as const))];
}

/** The same numbers in [0, 1) at each run, so that the figure can be compared (a linear congruential generator). */
function fixedSequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

interface Sequence {
  readonly challenge: LivenessChallenge;
  readonly frames: FrameObservation[];
}

/** Of the frames of one sequence. */
type Pads = readonly PadReport[];

describe.skipIf(!HAS_MOVING_PEOPLE)(
  'active liveness on photos of real people (skipped without the evaluation data)',
  () => {
    let engine: FaceEngine;
    const sequences: Sequence[] = [];
    const pads: Pads[] = [];
    let people: MovingPerson[];
    let composed = 0;

    beforeAll(async () => {
      engine = await FaceEngine.create({ workers: 2 });
      people = await collectMovingPeople(engine);
      for (const person of people) {
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
      console.info(`liveness: ${passed} of ${composed} valid sequences of ${people.length} people passed`);
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

    it('finds a frontal and a turned photo of one person alike at the threshold between frames, and those of two people hardly ever', async () => {
      const faces: { readonly person: number; readonly isTurned: boolean; readonly embedding: Embedding }[] = [];
      for (const [person, { neutral, left, right }] of people.entries()) {
        const turned = [...left, ...right];
        const frames = await Promise.all([...neutral, ...turned].map((image) => engine.observe(image)));
        for (const [index, frame] of frames.entries())
          if (frame.outcome === 'OBSERVED')
            faces.push({ person, isTurned: index >= neutral.length, embedding: frame.observation.embedding });
      }
      const pairs = faces
        .filter(({ isTurned }) => !isTurned)
        .flatMap((frontal) =>
          faces
            .filter(({ isTurned }) => isTurned)
            .map((turned) => ({
              isSame: frontal.person === turned.person,
              similarity: cosineSimilarity(frontal.embedding, turned.embedding),
            })),
        );
      const count = (isSame: boolean, from: number) =>
        pairs.filter((pair) => pair.isSame === isSame && pair.similarity >= from).length;
      const [same, others] = [count(true, -1), count(false, -1)];
      const [between, verify] = [engine.samePersonThreshold, engine.operatingPoint('VERIFY').threshold];
      console.info(
        `frontal and turned, ${people.length} people: of ${same} pairs of one person ${same - count(true, between)} are below ${between}`,
        `and ${same - count(true, verify)} below ${verify}; of ${others} pairs of two people ${count(false, between)} reach ${between}`,
      );
      expect(same).toBeGreaterThanOrEqual(60);
      expect(count(true, between) / same).toBeGreaterThanOrEqual(0.97);
      expect(count(false, between) / others).toBeLessThanOrEqual(0.003);
    }, 300_000);

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

    it('passes at least 80 % of challenges of three as the server draws them, with attack detection that refuses', async () => {
      const outcomes: string[] = [];
      const random = fixedSequence(57);
      for (const person of people.flatMap((one) => [one, one])) {
        const asked = issueChallenge({ id: 'c', nowMs: 0, random, vocabulary: movementsOf(person) });
        const frames = await Promise.all(
          (await framesFor(engine, person, asked.actions)).map((image) => engine.observe(image)),
        );
        const observed = frames.flatMap((frame) => (frame.outcome === 'OBSERVED' ? [frame] : []));
        if (observed.length < frames.length) {
          outcomes.push('NO_SINGLE_FACE');
          continue;
        }
        const sequence = { challenge: asked, frames: observed.map(({ observation }) => observation) };
        const pad = padOfFrames(observed.map((frame) => frame.pad)).outcome;
        outcomes.push(isLive(sequence) ? pad : 'LIVENESS_FAILED');
        expect(isLive({ ...sequence, frames: [...sequence.frames].reverse() })).toBe(false);
      }
      const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
      console.info(
        `drawn challenges: ${outcomes.length}; ${count('BONA_FIDE')} pass, ${count('LIVENESS_FAILED')} fail by movement,`,
        `${count('ATTACK')} by attack detection, ${count('NO_SINGLE_FACE')} by a frame without a face`,
      );
      expect(outcomes.length).toBeGreaterThanOrEqual(50);
      expect(count('BONA_FIDE') / outcomes.length).toBeGreaterThanOrEqual(0.8);
    }, 300_000);
  },
);
