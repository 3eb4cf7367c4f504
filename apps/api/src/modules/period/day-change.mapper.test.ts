import type { DayDiff, DayField, DayRecord } from '@rollcall/attendance';
import { describe, expect, it } from 'vitest';
import { toDayChanges } from './day-change.mapper.js';

type EngineChange = DayDiff['changes'][number];

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

describe('days that would change', () => {
  it('come first where their result is another one; those that only name another version come last', () => {
    const { resultChangeCount, changes } = toDayChanges([
      change('a', ['policyVersion', 'trace']),
      change('b', ['workedMinutes', 'policyVersion', 'trace'], { workedMinutes: 450 }),
      { ...change('c', []), kind: 'ADDED', before: null },
      change('d', ['flags']),
    ]);
    expect(resultChangeCount).toBe(3);
    expect(changes.map(({ employeeId }) => employeeId)).toEqual(['b', 'c', 'd', 'a']);
    expect(changes[0]?.minutes).toEqual([{ field: 'workedMinutes', before: 480, after: 450 }]);
    expect(changes[1]).toMatchObject({
      statusBefore: null,
      minutes: [{ field: 'workedMinutes', before: null, after: 480 }],
    });
  });

  it('are listed up to 500 of them', () => {
    const many = Array.from({ length: 501 }, (_, place) => change(`p${place}`, ['flags']));
    expect(toDayChanges(many)).toMatchObject({ resultChangeCount: 501, changes: { length: 500 } });
  });
});
