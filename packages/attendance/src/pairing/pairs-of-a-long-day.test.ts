import { describe, expect, it } from 'vitest';
import { DAY, day, on, roles, type ScenarioMark } from '../testing/scenario.js';

const saying = (...marks: readonly (readonly [string, ScenarioMark['kind']])[]): readonly ScenarioMark[] =>
  marks.map(([time, kind]) => ({ local: `${DAY}T${time}`, ...(kind && { kind }) }));

describe('a day with many marks', () => {
  it('FIRST_IN_LAST_OUT reaches from the first in to the last out over any number of pairs', () => {
    const record = day({ marks: on(DAY, '09:00', '10:00', '11:00', '12:00', '13:00', '17:00') });
    expect([record.workedMinutes, record.intervals.length]).toEqual([480, 1]);
  });

  it('pauses between three pairs count as breaks taken: nothing more is deducted', () => {
    const breaks = [
      { isPaid: false, span: { kind: 'DURATION', minutes: 30 }, apply: { kind: 'AUTOMATIC', afterWorkedMinutes: 360 } },
    ] as const;
    const marks = on(DAY, '09:00', '10:00', '11:00', '12:00', '13:00', '18:00');
    expect(day({ policy: { hours: 'EVERY_PAIR', breaks }, marks }).workedMinutes).toBe(420);
  });

  it('a second out moves the last out of several pairs, not one in between', () => {
    const marks = saying(
      ...([
        ['09:00', 'CHECK_IN'],
        ['10:00', 'CHECK_OUT'],
        ['11:00', 'CHECK_IN'],
        ['12:00', 'CHECK_OUT'],
      ] as const),
      ...([
        ['13:00', 'CHECK_IN'],
        ['16:00', 'CHECK_OUT'],
        ['17:00', 'CHECK_OUT'],
      ] as const),
    );
    const record = day({ policy: { pairing: 'BY_KIND' }, marks });
    expect([record.workedMinutes, roles(record).slice(-2)]).toEqual([480, ['REPEATED', 'OUT']]);
  });

  it('whoever went home from a break comes in the next time, and does not end that break', () => {
    const marks = saying(
      ...([
        ['09:00', 'CHECK_IN'],
        ['12:00', 'BREAK_START'],
        ['12:30', 'CHECK_OUT'],
      ] as const),
      ...([
        ['13:00', 'CHECK_IN'],
        ['17:00', 'CHECK_OUT'],
      ] as const),
    );
    const record = day({ policy: { pairing: 'BY_KIND', hours: 'EVERY_PAIR' }, marks });
    expect(roles(record)).toEqual(['IN', 'UNCLOSED_BREAK', 'OUT', 'IN', 'OUT']);
  });

  it('a break that nobody ended is unclosed at the end of the day', () => {
    const record = day({ marks: saying(['09:00', 'AUTO'], ['12:00', 'BREAK_START']) });
    expect([roles(record), record.status]).toEqual([['OPEN_IN', 'UNCLOSED_BREAK'], 'MISSING_MARK']);
    expect(record.flags).toEqual(['OPEN_CHECK_IN', 'UNCLOSED_BREAK']);
  });
});
