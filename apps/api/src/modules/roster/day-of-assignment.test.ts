import { describe, expect, it } from 'vitest';
import { namedShifts, scheduleOfDay, withoutDay } from './day-of-assignment.js';

const early = { kind: 'SHIFT', shiftId: 'early' } as const;
const rotation = { kind: 'ROTATION', anchorDate: '2026-01-05', slots: [['early', 'late'], []] } as const;

describe('an assignment without one of its days', () => {
  it('is nothing if it was that day only', () => {
    expect(withoutDay({ from: '2026-01-05', to: '2026-01-05', schedule: early }, '2026-01-05', 'early')).toEqual([]);
  });

  it('keeps what lies before and after', () => {
    expect(withoutDay({ from: '2026-01-01', to: '2026-01-31', schedule: early }, '2026-01-05', 'early')).toEqual([
      { from: '2026-01-01', to: '2026-01-04', schedule: early },
      { from: '2026-01-06', to: '2026-01-31', schedule: early },
    ]);
  });

  it('goes on without end if it had none', () => {
    expect(withoutDay({ from: '2026-01-05', to: null, schedule: early }, '2026-01-05', 'early')).toEqual([
      { from: '2026-01-06', to: null, schedule: early },
    ]);
  });

  it('keeps the other shifts of a day of a rotation', () => {
    expect(withoutDay({ from: '2026-01-05', to: '2026-01-05', schedule: rotation }, '2026-01-05', 'early')).toEqual([
      {
        ...{ from: '2026-01-05', to: '2026-01-05' },
        schedule: { kind: 'ROTATION', anchorDate: '2026-01-05', slots: [['late']] },
      },
    ]);
  });
});

describe('the shifts of a date', () => {
  it('are those of its day of the rotation, and none outside the dates', () => {
    const planned = { from: '2026-01-05', to: '2026-01-08', schedule: rotation };
    expect(namedShifts(planned, '2026-01-07')).toEqual(['early', 'late']);
    expect(namedShifts(planned, '2026-01-06')).toEqual([]);
    expect(namedShifts(planned, '2026-01-09')).toEqual([]);
  });
});

describe('a shift of one date', () => {
  const onMondays = { id: 'early', pattern: { kind: 'WEEKLY', weekdays: [1] } } as const;

  it('is worked also where its pattern has a day off', () => {
    expect(scheduleOfDay(onMondays, '2026-01-05')).toEqual(early);
    expect(scheduleOfDay(onMondays, '2026-01-06')).toEqual({
      ...{ kind: 'ROTATION', anchorDate: '2026-01-06' },
      slots: [['early']],
    });
  });
});
