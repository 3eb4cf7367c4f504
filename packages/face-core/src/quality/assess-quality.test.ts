import { describe, expect, it } from 'vitest';
import type { FaceLandmarks, Point } from '../detect/face-detection.js';
import { judgeQuality } from './assess-quality.js';
import { measurePose } from './measure-pose.js';
import { QUALITY_RULES, type QualityValues } from './quality-rules.js';

const GOOD: QualityValues = {
  detectionScore: 1,
  uprightness: 12,
  interEyeDistancePx: 90,
  visibleShare: 1,
  yawDegrees: 3,
  pitchDegrees: 4,
  rollDegrees: 2,
  brightness: 130,
  contrast: 40,
  underExposedShare: 0,
  overExposedShare: 0,
  sharpness: 0.45,
  eyeOpenness: 1,
  mouthCoverage: 0.1,
  mouthDetail: 1,
};

describe('judgeQuality', () => {
  it('accepts a good face with the full score and shows at least eight measures', () => {
    const report = judgeQuality(GOOD);
    expect(report).toMatchObject({ isAcceptable: true, score: 1, reasons: [] });
    expect(new Set(report.measures.map(({ name }) => name)).size).toBeGreaterThanOrEqual(8);
  });

  it('gives advice about closed eyes, and refuses nobody for them', () => {
    expect(judgeQuality({ ...GOOD, eyeOpenness: 0 })).toMatchObject({
      isAcceptable: true,
      score: 1,
      reasons: ['EYES_CLOSED'],
    });
    expect(judgeQuality({ ...GOOD, eyeOpenness: 0, sharpness: 0 }).reasons).toEqual(['BLURRED']);
  });

  it.each(QUALITY_RULES.filter((rule) => !rule.isAdvice).map((rule) => [rule.name, rule] as const))(
    'refuses %s beyond its limit, and only there',
    (name, rule) => {
      const limit = rule.min ?? rule.max ?? Number.NaN;
      const beyond = limit + (rule.min === undefined ? 1e-6 : -1e-6);
      expect(judgeQuality({ ...GOOD, [name]: limit }).isAcceptable).toBe(true);
      const report = judgeQuality({ ...GOOD, [name]: beyond });
      expect(report).toMatchObject({ isAcceptable: false, score: 0, reasons: [rule.reason] });
    },
  );

  it('refuses a value that is not a number', () => {
    expect(judgeQuality({ ...GOOD, sharpness: Number.NaN })).toMatchObject({ isAcceptable: false, score: 0 });
  });

  it('gives a reason once and keeps all of them', () => {
    const { reasons } = judgeQuality({ ...GOOD, yawDegrees: 80, pitchDegrees: 80, sharpness: 0 });
    expect(reasons).toEqual(['NOT_FRONTAL', 'BLURRED']);
  });
});

/** The five points of a solid head turned by the angles, seen from afar; the nose stands out of the face. */
function headTurned({ yaw = 0, pitch = 0, roll = 0 }): FaceLandmarks {
  const solid: [number, number, number][] = [
    [-0.5, 0, 0],
    [0.5, 0, 0],
    [0, 0.56, 0.55],
    [-0.4, 1.15, 0],
    [0.4, 1.15, 0],
  ];
  const [y, p, r] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180);
  return solid.map(([px, py, pz]): Point => {
    const [tx, tz] = [px * Math.cos(y) + pz * Math.sin(y), pz * Math.cos(y) - px * Math.sin(y)];
    const ty = py * Math.cos(p) + tz * Math.sin(p);
    return [100 + 60 * (tx * Math.cos(r) - ty * Math.sin(r)), 100 + 60 * (tx * Math.sin(r) + ty * Math.cos(r))];
  }) as unknown as FaceLandmarks;
}

describe('measurePose', () => {
  it.each([
    ['yaw', 'yawDegrees', 1],
    ['yaw', 'yawDegrees', -1],
    ['pitch', 'pitchDegrees', 1],
    ['pitch', 'pitchDegrees', -1],
    ['roll', 'rollDegrees', 1],
    ['roll', 'rollDegrees', -1],
  ] as const)('sees more and more %s the further the head goes (%s, side %i)', (angle, measure, side) => {
    const seen = [0, 10, 20, 30, 40, 50].map(
      (degrees) => measurePose(headTurned({ [angle]: side * degrees }))[measure],
    );
    expect(seen[0]).toBeCloseTo(0, 0);
    for (let i = 1; i < seen.length; i += 1) expect(seen[i]).toBeGreaterThan(seen[i - 1] + 3);
  });

  it('does not take a tilted head for a turned one', () => {
    const { yawDegrees, pitchDegrees } = measurePose(headTurned({ roll: 35 }));
    expect(yawDegrees).toBeLessThan(1);
    expect(pitchDegrees).toBeLessThan(1);
  });
});
