import { type CaptureResult, createEmbedding, type Embedding, type OperatingPoint } from '@rollcall/face-core';
import { describe, expect, it } from 'vitest';
import { judgeRegistration, withOutcome } from './registration.js';

const point = {
  id: 'm/verify/1',
  kind: 'VERIFY',
  modelId: 'm',
  threshold: 0.8,
  targetFmr: 0.0001,
  isProvisional: true,
  version: 1,
  source: 'a made-up point of a made-up model',
} as OperatingPoint;

/** A unit vector at this angle: two of them are alike as the cosine of the angle between them. */
const at = (degrees: number): Embedding => {
  const radians = (degrees * Math.PI) / 180;
  return createEmbedding('m', new Float32Array([Math.cos(radians), Math.sin(radians)]));
};

const common = {
  detection: null,
  quality: null,
  pad: null,
  image: { width: 100, height: 100 },
  timings: { totalMs: 1 },
};
const face = (degrees: number): CaptureResult =>
  ({ ...common, outcome: 'CAPTURED', embedding: at(degrees) }) as unknown as CaptureResult;
const noFace: CaptureResult = { ...common, outcome: 'NO_FACE', faces: 0 };
const twoFaces: CaptureResult = { ...common, outcome: 'MULTIPLE_FACES', faces: 2 };
const outcomesOf = (captures: readonly CaptureResult[], stored: readonly Embedding[] = []) => {
  const judgement = judgeRegistration(captures, stored, point);
  return [judgement.outcome, judgement.images.map((image) => image.outcome), judgement.usable.length];
};

describe('judgeRegistration', () => {
  it('takes photos that hang together, even if the outer two alone would not match', () => {
    expect(outcomesOf([face(0), face(30), face(60)])).toEqual([
      'REGISTERED',
      ['REGISTERED', 'REGISTERED', 'REGISTERED'],
      3,
    ]);
  });

  it('leaves out photos without a usable face as long as one can be used', () => {
    expect(outcomesOf([noFace, face(0), twoFaces])).toEqual([
      'REGISTERED',
      ['NO_FACE', 'REGISTERED', 'MULTIPLE_FACES'],
      1,
    ]);
  });

  it('gives the fault of the first photo if none can be used', () => {
    expect(outcomesOf([twoFaces, noFace])).toEqual(['MULTIPLE_FACES', ['MULTIPLE_FACES', 'NO_FACE'], 0]);
  });

  it('registers nothing if one photo shows somebody else, and points at it', () => {
    const { outcome, images, usable } = judgeRegistration([face(0), face(90), face(10)], [], point);
    expect([outcome, usable]).toEqual(['INCONSISTENT_IMAGES', []]);
    expect(images.map((image) => image.hints.length)).toEqual([0, 1, 0]);
    expect(images.map(({ remark }) => remark)).toEqual([null, 'ODD_ONE_OUT', null]);
  });

  it('counts a photo that comes again once, and says so of the later one', () => {
    const { outcome, images, usable } = judgeRegistration([face(0), noFace, face(0), face(20)], [], point);
    expect([outcome, usable.length]).toEqual(['REGISTERED', 2]);
    expect(images.map(({ hints }) => hints)).toEqual([[], expect.any(Array), [expect.stringContaining('once')], []]);
    expect(images.map(({ remark }) => remark)).toEqual([null, null, 'SAME_PHOTO', null]);
  });

  it('gives a photo that comes again one vote: sent twice, it does not outvote another one', () => {
    const { outcome, images } = judgeRegistration([face(0), face(0), face(90)], [], point);
    expect([outcome, images.map((image) => image.hints.length)]).toEqual(['INCONSISTENT_IMAGES', [1, 1, 1]]);
    const three = judgeRegistration([face(0), face(10), face(90), face(90)], [], point);
    expect(three.images.map((image) => image.hints.length)).toEqual([0, 0, 1, 1]);
  });

  it('points at all photos if it cannot tell which one is wrong', () => {
    const { images } = judgeRegistration([face(0), face(90)], [], point);
    expect(images.map((image) => image.hints.length)).toEqual([1, 1]);
  });

  it('registers nothing that does not look like the face that stays stored', () => {
    expect(outcomesOf([face(0)], [at(90)])).toEqual(['INCONSISTENT_IMAGES', ['INCONSISTENT_IMAGES'], 0]);
    const withoutFace = judgeRegistration([face(0), noFace], [at(90)], point);
    expect(withoutFace.images.map(({ remark }) => remark)).toEqual(['NOT_THE_STORED_FACE', null]);
    expect(outcomesOf([face(0)], [at(20)])).toEqual(['REGISTERED', ['REGISTERED'], 1]);
  });

  it('takes the threshold itself as a match and anything below as none', () => {
    const limit = (Math.acos(point.threshold) * 180) / Math.PI;
    expect(outcomesOf([face(0), face(limit - 0.01)])[0]).toBe('REGISTERED');
    expect(outcomesOf([face(0), face(limit + 0.01)])[0]).toBe('INCONSISTENT_IMAGES');
  });
});

describe('withOutcome', () => {
  it('changes the photos that were usable and keeps the faults of the others', () => {
    const changed = withOutcome(judgeRegistration([face(0), noFace], [], point), 'DUPLICATE_FACE');
    expect([changed.outcome, changed.images.map((image) => image.outcome), changed.usable]).toEqual([
      'DUPLICATE_FACE',
      ['DUPLICATE_FACE', 'NO_FACE'],
      [],
    ]);
  });
});
