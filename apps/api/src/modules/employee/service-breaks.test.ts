import { describe, expect, it } from 'vitest';
import { changedDates, checkedBreaks } from './service-breaks.js';

const TODAY = '2026-06-30';
const WORK = { joiningDate: '2026-01-01', leavingDate: null };
const range = (from: string, to: string) => ({ from, to });
const problemOf = (
  breaks: readonly { from: string; to: string }[],
  work: Parameters<typeof checkedBreaks>[0] = WORK,
) => {
  try {
    checkedBreaks(work, breaks, TODAY);
    return null;
  } catch (error) {
    return (error as { details: { field: string } }).details.field;
  }
};

describe('breaks in service', () => {
  it('are kept in order, those that touch as one', () => {
    const given = [
      range('2026-05-01', '2026-05-10'),
      range('2026-03-01', '2026-03-02'),
      range('2026-03-03', '2026-03-09'),
    ];
    expect(checkedBreaks(WORK, given, TODAY)).toEqual([
      range('2026-03-01', '2026-03-09'),
      range('2026-05-01', '2026-05-10'),
    ]);
    expect(checkedBreaks(WORK, [], TODAY)).toEqual([]);
  });

  it.each([
    ['no date', range('2026-02-30', '2026-03-01'), 'breaks.0.from'],
    ['a reversed range', range('2026-03-02', '2026-03-01'), 'breaks.0.to'],
    ['on the first day of work', range('2026-01-01', '2026-01-05'), 'breaks.0.from'],
    ['not over yet', range('2026-06-01', TODAY), 'breaks.0.to'],
  ])('are refused with the field: %s', (_name, given, field) => {
    expect(problemOf([given])).toBe(field);
  });

  it('are refused if two overlap, or one reaches the last day of work', () => {
    expect(problemOf([range('2026-03-01', '2026-03-09'), range('2026-03-09', '2026-03-12')])).toBe('breaks');
    const left = { ...WORK, leavingDate: '2026-04-01' };
    expect(problemOf([range('2026-03-01', '2026-04-01')], left)).toBe('breaks.0.to');
    expect(problemOf([range('2026-03-01', '2026-03-31')], left)).toBeNull();
  });

  it('change the dates that one list has and the other has not', () => {
    const before = [range('2026-03-01', '2026-03-10')];
    expect(changedDates(before, [range('2026-03-03', '2026-03-12')])).toEqual([
      range('2026-03-01', '2026-03-02'),
      range('2026-03-11', '2026-03-12'),
    ]);
    expect(changedDates(before, before)).toEqual([]);
    expect(changedDates(before, [])).toEqual(before);
  });
});
