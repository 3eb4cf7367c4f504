import { expect, it } from 'vitest';
import { trendDays } from './attendance-trend.service.js';

const NOBODY = { presentCount: 0, lateCount: 0, absentCount: 0, onLeaveCount: 0 };
const on = (state: string, isLate: boolean, count: number) => ({ date: '2026-03-02', state, isLate, count });

it('whoever came is present, with the day under way or a mark missing too, and may be late as well', () => {
  const people = [
    on('PRESENT', false, 10),
    on('PRESENT', true, 2),
    on('HALF_DAY', false, 1),
    on('IN_PROGRESS', true, 1),
    on('MISSING_MARK', false, 1),
  ];
  expect(trendDays(['2026-03-02'], people)).toEqual([
    { ...NOBODY, date: '2026-03-02', presentCount: 15, lateCount: 3 },
  ]);
});

it('whoever is absent, on leave or off is not present, and no lateness of theirs counts', () => {
  const people = [on('ABSENT', true, 4), on('ON_LEAVE', false, 3), on('HOLIDAY', false, 2), on('WEEKLY_OFF', false, 9)];
  expect(trendDays(['2026-03-02'], people)).toEqual([
    { ...NOBODY, date: '2026-03-02', absentCount: 4, onLeaveCount: 3 },
  ]);
});

it('a date without anybody is there, with zeros', () => {
  expect(trendDays(['2026-03-01', '2026-03-02'], [on('PRESENT', false, 1)])).toEqual([
    { ...NOBODY, date: '2026-03-01' },
    { ...NOBODY, date: '2026-03-02', presentCount: 1 },
  ]);
});
