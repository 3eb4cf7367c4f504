import { describe, expect, it } from 'vitest';
import { isScanned } from './badge-scan';

describe('what was typed is a badge', () => {
  it.each([
    ['a scanner, 8 ms a letter', [0, 8, 16, 24, 32, 40, 48], true],
    ['a quick person, 90 ms a digit', [0, 90, 180, 270, 360], false],
    ['a person who rolls over two keys', [0, 20, 140, 160, 300], false],
    ['three letters in a burst: too few to tell', [0, 5, 10], false],
    ['nothing', [], false],
  ])('%s', (_what, times, expected) => {
    expect(isScanned(times)).toBe(expected);
  });
});
