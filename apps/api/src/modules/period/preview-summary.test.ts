import type { DayField, DayRecord, DayChange as EngineChange } from '@rollcall/attendance';
import { describe, expect, it } from 'vitest';
import { toDayChange } from './day-change.mapper.js';
import { PreviewSummary } from './preview-summary.js';

const day = (more: Partial<DayRecord>) => ({ status: 'PRESENT', workedMinutes: 480, ...more }) as DayRecord;

function change(employeeId: string, fields: readonly DayField[], after: Partial<DayRecord> = {}): EngineChange {
  const base = {
    kind: 'CHANGED',
    employeeId,
    workDate: '2026-03-02',
    shiftId: 's',
    causes: ['POLICY_CHANGED'],
  } as const;
  const differing = fields.map((field) => ({ field, before: null, after: null }));
  return { ...base, before: day({}), after: day(after), fields: differing };
}

const diff = (changes: readonly EngineChange[]) => ({
  ...{ changes, unchangedCount: 2 },
  statusChanges: [{ before: 'PRESENT' as const, after: 'ABSENT' as const, count: changes.length }],
});

function summaryOf(...people: readonly (readonly EngineChange[])[]): PreviewSummary {
  const summary = new PreviewSummary();
  for (const changes of people) summary.add(diff(changes));
  return summary;
}

describe('days that would change', () => {
  it('come first where their result is another one; those that only name another version come last', () => {
    const { resultChangeCount, changes: found } = summaryOf([
      change('a', ['policyVersion', 'trace']),
      change('b', ['workedMinutes', 'policyVersion', 'trace'], { workedMinutes: 450 }),
      { ...change('c', []), kind: 'ADDED', before: null },
      change('d', ['flags']),
    ]).sum();
    const changes = found.map(toDayChange);
    expect(resultChangeCount).toBe(3);
    expect(changes.map(({ employeeId }) => employeeId)).toEqual(['b', 'c', 'd', 'a']);
    expect(changes[0]?.minutes).toEqual([{ field: 'workedMinutes', before: 480, after: 450 }]);
    expect(changes[1]).toMatchObject({
      statusBefore: null,
      minutes: [{ field: 'workedMinutes', before: null, after: 480 }],
    });
  });

  it('are listed up to 500 of them and counted all', () => {
    const many = Array.from({ length: 501 }, (_, place) => change(`p${place}`, ['flags']));
    const sum = summaryOf(many, [change('q', ['trace'])]).sum();
    expect(sum).toMatchObject({ changeCount: 502, resultChangeCount: 501, unchangedCount: 4 });
    expect(sum.changes).toHaveLength(500);
    expect(sum.statusChanges).toEqual([{ before: 'PRESENT', after: 'ABSENT', count: 502 }]);
  });

  it('have one digest whatever nobody changed beside them, and another one if a day that is not listed differs', () => {
    const many = Array.from({ length: 600 }, (_, place) => change(`p${place}`, ['flags']));
    const digest = summaryOf(many).digest();
    expect(summaryOf([], many, []).digest()).toBe(digest);
    const last = change('p599', ['flags'], { workedMinutes: 1 });
    expect(summaryOf([...many.slice(0, 599), last]).digest()).not.toBe(digest);
  });
});
