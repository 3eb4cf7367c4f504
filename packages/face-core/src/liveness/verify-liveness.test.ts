import type { LivenessAction } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { issueChallenge, type LivenessChallenge } from './challenge.js';
import type { FrameObservation } from './frame-observation.js';
import { verifyLiveness } from './verify-liveness.js';

const MODEL = 'test-model';
const ana = Float32Array.of(1, 0);
const ben = Float32Array.of(0, 1);

let hash = 0;
function frame(change: Partial<FrameObservation> = {}, person = ana): FrameObservation {
  hash += 1;
  return {
    yawDegrees: 0,
    pitchDegrees: 0,
    eyeOpenness: 0.9,
    faceHeightShare: 0.4,
    embedding: { modelId: MODEL, vector: person },
    pixelHash: `h${hash}`,
    ...change,
  };
}

const poses: Record<LivenessAction, Partial<FrameObservation>> = {
  TURN_LEFT: { yawDegrees: 25 },
  TURN_RIGHT: { yawDegrees: -25 },
  LOOK_UP: { pitchDegrees: 18 },
  BLINK: { eyeOpenness: 0.1 },
  COME_CLOSER: { faceHeightShare: 0.6 },
};

function challenge(...actions: LivenessAction[]): LivenessChallenge {
  return { id: 'c', actions, issuedAtMs: 0, expiresAtMs: 60_000 };
}

const options = {
  nowMs: 1_000,
  samePersonThreshold: 0.3,
  subject: { embedding: { modelId: MODEL, vector: ana }, threshold: 0.5 },
};
const asked = challenge('TURN_LEFT', 'LOOK_UP', 'TURN_RIGHT');
const valid = () => [frame(), frame(poses.TURN_LEFT), frame(poses.LOOK_UP), frame(poses.TURN_RIGHT)];

describe('verifyLiveness', () => {
  it('accepts the asked actions in the asked order, with ways back in between', () => {
    expect(verifyLiveness(asked, valid(), options)).toEqual({ outcome: 'LIVE' });
    const [neutral, left, up, right] = valid() as [
      FrameObservation,
      FrameObservation,
      FrameObservation,
      FrameObservation,
    ];
    const withWaysBack = [neutral, left, frame(poses.TURN_LEFT), frame({ yawDegrees: 8 }), up, frame(), right];
    expect(verifyLiveness(asked, withWaysBack, options)).toEqual({ outcome: 'LIVE' });
  });

  it('accepts a blink and a step towards the camera', () => {
    const frames = [frame(), frame(poses.BLINK), frame(poses.COME_CLOSER)];
    expect(verifyLiveness(challenge('BLINK', 'COME_CLOSER'), frames, options)).toEqual({ outcome: 'LIVE' });
  });

  it('refuses every other order of the same frames', () => {
    const [neutral, a, b, c] = valid() as [FrameObservation, FrameObservation, FrameObservation, FrameObservation];
    for (const [x, y, z] of [
      [a, c, b],
      [b, a, c],
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ] as const) {
      expect(verifyLiveness(asked, [neutral, x, y, z], options)).toMatchObject({ outcome: 'LIVENESS_FAILED' });
    }
  });

  it('refuses a still photo sent as every frame, byte for byte or re-encoded', () => {
    const still = frame();
    expect(verifyLiveness(asked, [still, still, still, still], options)).toMatchObject({ reason: 'REPEATED_FRAME' });
    expect(verifyLiveness(asked, [frame(), frame(), frame(), frame()], options)).toMatchObject({
      reason: 'INCOMPLETE',
    });
  });

  it('refuses a sequence in which one frame was sent twice', () => {
    const frames = valid();
    expect(verifyLiveness(asked, [...frames, frames[1] as FrameObservation], options)).toMatchObject({
      reason: 'REPEATED_FRAME',
    });
  });

  it('refuses a sequence with another person in any one frame', () => {
    for (let index = 0; index < 4; index += 1) {
      const frames = valid().map((seen, i) =>
        i === index ? { ...seen, embedding: { modelId: MODEL, vector: ben } } : seen,
      );
      expect(verifyLiveness(asked, frames, options)).toMatchObject({ reason: 'DIFFERENT_PERSON' });
    }
  });

  it('refuses a sequence of one person before the picture of another', () => {
    const subject = { embedding: { modelId: MODEL, vector: ben }, threshold: 0.5 };
    expect(verifyLiveness(asked, valid(), { ...options, subject })).toMatchObject({ reason: 'DIFFERENT_PERSON' });
    const otherModel = { embedding: { modelId: 'other', vector: ana }, threshold: 0.5 };
    expect(verifyLiveness(asked, valid(), { ...options, subject: otherModel })).toMatchObject({
      reason: 'DIFFERENT_PERSON',
    });
  });

  it('asks more likeness of the neutral frame and the picture than of turned frames', () => {
    const halfway = Float32Array.of(Math.cos(Math.PI / 2.8), Math.sin(Math.PI / 2.8));
    const turned = valid().map((seen, index) =>
      index === 1 ? { ...seen, embedding: { modelId: MODEL, vector: halfway } } : seen,
    );
    expect(verifyLiveness(asked, turned, options)).toEqual({ outcome: 'LIVE' });
    const neutral = valid().map((seen, index) =>
      index === 0 ? { ...seen, embedding: { modelId: MODEL, vector: halfway } } : seen,
    );
    expect(verifyLiveness(asked, neutral, options)).toMatchObject({ reason: 'DIFFERENT_PERSON' });
  });

  it('refuses a sequence that stops early and says how far it came', () => {
    const [neutral, left, up] = valid() as [FrameObservation, FrameObservation, FrameObservation];
    expect(verifyLiveness(asked, [neutral, left, up, frame()], options)).toEqual({
      outcome: 'LIVENESS_FAILED',
      reason: 'INCOMPLETE',
      completedActions: 2,
    });
    expect(verifyLiveness(asked, [neutral, left], options)).toMatchObject({ reason: 'TOO_FEW_FRAMES' });
    expect(verifyLiveness(asked, [], options)).toMatchObject({ reason: 'TOO_FEW_FRAMES' });
  });

  it('refuses an expired challenge and a start that does not look at the camera', () => {
    expect(verifyLiveness(asked, valid(), { ...options, nowMs: 60_000 })).toMatchObject({ reason: 'EXPIRED' });
    const [, ...others] = valid();
    expect(verifyLiveness(asked, [frame({ yawDegrees: 40 }), ...others], options)).toMatchObject({
      reason: 'NOT_NEUTRAL_AT_START',
    });
  });

  it('refuses measurements that are missing or not numbers', () => {
    const broken = [frame(), frame({ yawDegrees: Number.NaN }), frame(poses.LOOK_UP), frame(poses.TURN_RIGHT)];
    expect(verifyLiveness(asked, broken, options)).toMatchObject({ outcome: 'LIVENESS_FAILED' });
    expect(verifyLiveness(asked, [frame({ pitchDegrees: Number.NaN }), ...valid().slice(1)], options)).toMatchObject({
      reason: 'NOT_NEUTRAL_AT_START',
    });
    const noEyes = [frame({ eyeOpenness: null }), frame({ eyeOpenness: null }), frame(poses.COME_CLOSER)];
    expect(verifyLiveness(challenge('BLINK', 'COME_CLOSER'), noEyes, options)).toMatchObject({ reason: 'INCOMPLETE' });
  });

  it('gives the same answer for one person whatever was checked before', () => {
    const refused = verifyLiveness(asked, [frame(), frame(), frame(), frame()], options);
    verifyLiveness(asked, valid(), options);
    expect(verifyLiveness(asked, [frame(), frame(), frame(), frame()], options)).toEqual(refused);
  });
});

describe('issueChallenge', () => {
  it('never asks for the same action twice in a row and uses the whole vocabulary', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const seen = new Set<LivenessAction>();
    for (let i = 0; i < 500; i += 1) {
      const { actions } = issueChallenge({ id: `${i}`, nowMs: 0, random });
      actions.forEach((action, index) => {
        seen.add(action);
        expect(action).not.toBe(actions[index + 1]);
      });
    }
    expect([...seen].sort()).toEqual(['COME_CLOSER', 'LOOK_UP', 'TURN_LEFT', 'TURN_RIGHT']);
  });

  it('refuses a vocabulary that leaves no choice', () => {
    const only = { id: 'c', nowMs: 0, random: () => 0, vocabulary: ['BLINK'] as const };
    expect(() => issueChallenge(only)).toThrow(RangeError);
  });
});
