import { describe, expect, it } from 'vitest';
import { fillTemplate, TRACE_TEMPLATES } from '../index.js';
import { DAY, day, on, rules } from '../testing/scenario.js';

describe('the trace of a day', () => {
  it('is the ordered list of the rules with their inputs', () => {
    const record = day({ marks: on(DAY, '09:00', '12:12'), policy: { absentBelowMinutes: 240 } });
    expect(record.trace.map(({ message }) => message)).toEqual([
      'Judged by policy p1 version 1',
      'Shift day from 09:00 to 17:00 (Europe/Berlin), 480 min',
      'Marks from 08:00 until before 21:00 belong to this shift',
      'Marks paired ALTERNATING: 1 in and out',
      'Presence 192 min by FIRST_IN_LAST_OUT',
      'Worked 192 min: presence 192 min less unpaid breaks 0 min',
      'Early exit: out at 12:12, more than earlyGraceMinutes 0 before 17:00',
      'ABSENT: worked 192 min < absentBelowMinutes 240',
    ]);
  });

  it('carries machine-readable values beside the sentence', () => {
    const record = day({ marks: on(DAY, '09:00', '12:12'), policy: { absentBelowMinutes: 240 } });
    expect(record.trace.at(-1)).toEqual({
      rule: 'STATUS_ABSENT_BELOW',
      values: { workedMinutes: 192, absentBelowMinutes: 240 },
      message: 'ABSENT: worked 192 min < absentBelowMinutes 240',
    });
    expect(record.trace.find(({ rule }) => rule === 'SHIFT')?.values).toMatchObject({
      startAt: '2026-02-10T08:00:00Z',
      endAt: '2026-02-10T16:00:00Z',
    });
  });

  it('of a day without marks says only what was planned and why it is so', () => {
    expect(rules(day({}))).toEqual(['POLICY', 'SHIFT', 'WINDOW', 'STATUS_ABSENT_NO_MARKS']);
  });

  it('can be translated from rule and values alone', () => {
    const [entry] = day({}).trace;
    expect(fillTemplate('Regelwerk {policyId}, Fassung {policyVersion}', entry?.values ?? {})).toBe(
      'Regelwerk p1, Fassung 1',
    );
    expect(fillTemplate('{unknown} stays', {})).toBe('{unknown} stays');
  });

  it('every sentence of a built record is its template filled with its values', () => {
    const record = day({ marks: on(DAY, '09:10', '09:11', '12:00', '13:00') });
    for (const { rule, values, message } of record.trace) {
      expect(message).toBe(fillTemplate(TRACE_TEMPLATES[rule], values));
      expect(message).not.toMatch(/[{}]/);
    }
  });
});
