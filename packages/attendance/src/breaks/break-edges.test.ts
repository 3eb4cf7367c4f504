import { describe, expect, it } from 'vitest';
import type { PolicyInput } from '../index.js';
import { DAY, day, on } from '../testing/scenario.js';

const withBreak = (rule: NonNullable<PolicyInput['breaks']>[number], ...times: readonly string[]) =>
  day({ policy: { breaks: [rule] }, marks: on(DAY, ...times) });

describe('the edges of a break', () => {
  it('a fixed break that begins with the shift lies on that day', () => {
    const span = { kind: 'WINDOW', start: '09:00', end: '09:30' } as const;
    const record = withBreak(
      { isPaid: false, span, apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 0 } },
      '09:00',
      '17:00',
    );
    expect([record.workedMinutes, record.breakMinutes]).toEqual([450, 30]);
  });

  it.each([
    { kind: 'WINDOW', start: '12:00', end: '12:30' },
    { kind: 'DURATION', minutes: 30 },
  ] as const)('a paid break that counts when marked is none while nobody marks it: $kind', (span) => {
    const record = withBreak({ isPaid: true, span, apply: { kind: 'WHEN_MARKED' } }, '09:00', '17:00');
    expect([record.workedMinutes, record.breakMinutes]).toEqual([480, 0]);
  });
});
