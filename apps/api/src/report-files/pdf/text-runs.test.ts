import { describe, expect, it } from 'vitest';
import { textRuns } from './text-runs.js';

const shown = (text: string, base?: 'LTR' | 'RTL') =>
  textRuns(text, base).runs.map(({ font, text: run }) => [font, run]);

describe('the runs of a line', () => {
  it('are one for plain text', () => {
    expect(shown('Ada Lovelace (12)')).toEqual([['sans', 'Ada Lovelace (12)']]);
  });

  it('keep an Arabic name whole, so that its letters join and its words stay in order', () => {
    expect(shown('محمد عبد الله')).toEqual([['arabic', 'محمد عبد الله']]);
  });

  it('keep Devanagari apart from Latin, so that each is shaped by its own rules', () => {
    expect(shown('Priya प्रिया')).toEqual([
      ['sans', 'Priya '],
      ['devanagari', 'प्रिया'],
    ]);
  });

  it('put a Latin word in an Arabic line to the left of what comes before it, brackets facing inwards', () => {
    expect(shown('فاطمة Smith (قسم 3)')).toEqual([
      ['arabic', '('],
      ['sans', '3'],
      ['arabic', ' )قسم '],
      ['sans', 'Smith'],
      ['arabic', 'فاطمة '],
    ]);
  });

  it('say so where no font has a sign', () => {
    expect(textRuns('山田').hasMissing).toBe(true);
    expect(textRuns('محمد').hasMissing).toBe(false);
  });
});
