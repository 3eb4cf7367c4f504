import { describe, expect, it } from 'vitest';
import type { RoundingRule } from '../index.js';
import { at, DAY, day, on, rules } from '../testing/scenario.js';

describe('rounding', () => {
  it.each([
    ['UP', '09:01', '09:15'],
    ['UP', '09:15', '09:15'],
    ['DOWN', '09:14', '09:00'],
    ['DOWN', '09:15', '09:15'],
    ['NEAREST', '09:07:29', '09:00'],
    ['NEAREST', '09:07:30', '09:15'],
    ['NEAREST', '09:08', '09:15'],
  ] as const)('%s to 15 min: in at %s counts as %s', (direction, time, counted) => {
    const record = day({ marks: on(DAY, time, '17:00'), policy: { rounding: { in: { toMinutes: 15, direction } } } });
    expect(record.intervals[0]?.countedFromAt).toBe(at(`${DAY}T${counted}`));
    expect(record.intervals[0]?.countedToAt).toBe(at(`${DAY}T17:00`));
    expect(record.firstInAt).toBe(at(`${DAY}T${time}`));
  });

  it('has its own rule for each direction, and traces only what it changed', () => {
    const record = day({
      marks: on(DAY, '08:52', '17:08'),
      policy: { rounding: { in: { toMinutes: 10, direction: 'UP' }, out: { toMinutes: 10, direction: 'DOWN' } } },
    });
    expect(record.workedMinutes).toBe(480);
    expect(record.trace.filter(({ rule }) => rule.startsWith('ROUNDED')).map(({ message }) => message)).toEqual([
      'In 08:52 counts as 09:00 (UP to 10 min)',
      'Out 17:08 counts as 17:00 (DOWN to 10 min)',
    ]);
    const exact = day({
      marks: on(DAY, '09:00', '17:00'),
      policy: { rounding: { in: { toMinutes: 10, direction: 'UP' } } },
    });
    expect(rules(exact)).not.toContain('ROUNDED_IN');
  });

  it('is for pay: late and early are judged by the raw moments', () => {
    const nearest: RoundingRule = { toMinutes: 15, direction: 'NEAREST' };
    const record = day({ marks: on(DAY, '09:05', '16:55'), policy: { rounding: { in: nearest, out: nearest } } });
    expect([record.workedMinutes, record.lateMinutes, record.earlyMinutes]).toEqual([480, 5, 5]);
  });

  it('rounds the clock of the site, also where its offset is no whole hour', () => {
    const record = day({
      zone: 'Asia/Kolkata',
      marks: on(DAY, '09:20', '17:00'),
      policy: { rounding: { in: { toMinutes: 60, direction: 'DOWN' } } },
    });
    expect(record.intervals[0]?.countedFromAt).toBe(at(`${DAY}T09:00`, 'Asia/Kolkata'));
  });

  it.each([
    ['UP', 15, '10:01', '10:15'],
    ['DOWN', 15, '10:14', '10:00'],
    ['NEAREST', 15, '10:08', '10:15'],
    ['NEAREST', 15, '10:07', '10:00'],
    ['UP', 60, '10:01', '11:00'],
    ['NEAREST', 60, '10:29', '10:00'],
  ] as const)(
    '%s to %d min on the day the clock changes: in at %s counts as %s',
    (direction, toMinutes, time, counted) => {
      const date = '2026-03-29';
      const record = day({
        from: date,
        marks: [`${date}T${time}`, `${date}T17:00`],
        policy: { rounding: { in: { toMinutes, direction } } },
      });
      expect(record.intervals[0]?.countedFromAt).toBe(at(`${date}T${counted}`));
    },
  );

  it('never lets two pairs overlap', () => {
    const record = day({
      marks: on(DAY, '09:00', '12:05', '12:08', '17:00'),
      policy: {
        hours: 'EVERY_PAIR',
        rounding: { in: { toMinutes: 15, direction: 'DOWN' }, out: { toMinutes: 15, direction: 'UP' } },
      },
    });
    expect(record.workedMinutes).toBe(480);
    expect(record.intervals.map(({ countedFromAt }) => countedFromAt)).toEqual([
      at(`${DAY}T09:00`),
      at(`${DAY}T12:15`),
    ]);
  });

  it('never counts less than nothing', () => {
    const record = day({
      marks: on(DAY, '09:05', '09:10', '09:20', '17:00'),
      policy: {
        hours: 'EVERY_PAIR',
        rounding: { in: { toMinutes: 15, direction: 'UP' }, out: { toMinutes: 15, direction: 'DOWN' } },
      },
    });
    expect(record.workedMinutes).toBe(450);
  });

  it('stays inside the window', () => {
    const record = day({
      marks: on(DAY, '08:50', '17:50'),
      policy: {
        checkInOpensMinutesBefore: 15,
        checkOutClosesMinutesAfter: 55,
        rounding: { in: { toMinutes: 60, direction: 'DOWN' }, out: { toMinutes: 60, direction: 'UP' } },
      },
    });
    expect(record.intervals[0]?.countedFromAt).toBe(at(`${DAY}T08:45`));
    expect(record.intervals[0]?.countedToAt).toBe(at(`${DAY}T17:55`));
  });

  it('does not round the out that the policy made', () => {
    const record = day({
      marks: on(DAY, '09:00'),
      policy: { autoCheckOut: { minutesAfterEnd: 10 }, rounding: { out: { toMinutes: 60, direction: 'UP' } } },
    });
    expect(record.workedMinutes).toBe(490);
  });
});
