import { describe, expect, it } from 'vitest';
import { adviceFor } from './face-advice';
import type { SeenFace } from './live-face.types';

const GOOD: SeenFace = { x: 0.35, y: 0.25, width: 0.3, height: 0.5, nose: 0.5, tilt: 0, brightness: 120 };
const withFace = (given: Partial<SeenFace>) => adviceFor([{ ...GOOD, ...given }]);

describe('advice before the camera', () => {
  it('is none for one face in the middle that looks straight', () => {
    expect(adviceFor([GOOD])).toBe('good');
  });

  it('says what is wrong, one thing at a time', () => {
    expect(adviceFor([])).toBe('noFace');
    expect(withFace({ y: 0.4, width: 0.1, height: 0.2, x: 0.45 })).toBe('closer');
    expect(withFace({ x: 0.1, y: 0.05, width: 0.8, height: 0.9 })).toBe('back');
    expect(withFace({ x: 0.7 })).toBe('centre');
    expect(withFace({ brightness: 30 })).toBe('darker');
    expect(withFace({ nose: 0.8 })).toBe('straight');
    expect(withFace({ tilt: -40 })).toBe('straight');
  });

  it('counts a second person, and passes over somebody far behind', () => {
    expect(adviceFor([GOOD, { ...GOOD, x: 0.05, height: 0.4 }])).toBe('onlyOne');
    expect(adviceFor([{ ...GOOD, x: 0.05, y: 0.1, width: 0.1, height: 0.15 }, GOOD])).toBe('good');
  });

  it('does not complain of a turn that could not be measured', () => {
    expect(withFace({ nose: null, tilt: null })).toBe('good');
  });
});
