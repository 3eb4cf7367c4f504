import { describe, expect, it } from 'vitest';
import { applyDayDiff, type DayRecord, diffDayRecords } from '../index.js';
import { build, DAY, NEXT_DAY, on, type Scenario } from '../testing/scenario.js';
import { isSame } from './is-same.js';

const MARKS = on(DAY, '09:00', '17:00');

function change(before: Scenario, after: Scenario) {
  const [found, ...others] = diffDayRecords(build(before).records, build(after).records).changes;
  expect(others).toEqual([]);
  return found;
}

describe('the diff of a rebuild', () => {
  it('is empty for the same records', () => {
    const { records } = build({ from: DAY, to: NEXT_DAY, marks: MARKS });
    expect(diffDayRecords(records, [...records].reverse())).toEqual({
      changes: [],
      unchangedCount: 2,
      statusChanges: [],
    });
  });

  it('withdraws an absence when marks arrive late, and says why', () => {
    const found = change({}, { marks: MARKS });
    expect(found).toMatchObject({
      kind: 'CHANGED',
      employeeId: 'e1',
      workDate: DAY,
      shiftId: 'day',
      causes: ['MARKS_ADDED'],
    });
    expect(found?.fields.find(({ field }) => field === 'status')).toEqual({
      field: 'status',
      before: 'ABSENT',
      after: 'PRESENT',
    });
    expect(found?.fields.map(({ field }) => field)).toEqual([
      'status',
      'firstInAt',
      'lastOutAt',
      'intervals',
      'workedMinutes',
      'marks',
      'trace',
    ]);
  });

  it('counts the changes of status', () => {
    const before = build({ from: DAY, to: '2026-02-12' }).records;
    const after = build({
      from: DAY,
      to: '2026-02-12',
      marks: [...MARKS, ...on(NEXT_DAY, '09:00'), ...on('2026-02-12', '09:00', '17:00')],
    }).records;
    expect(diffDayRecords(before, after).statusChanges).toEqual([
      { before: 'ABSENT', after: 'MISSING_MARK', count: 1 },
      { before: 'ABSENT', after: 'PRESENT', count: 2 },
    ]);
    expect(diffDayRecords(before, after).unchangedCount).toBe(0);
  });

  it('adds and removes days', () => {
    const one = build({ from: DAY }).records;
    const two = build({ from: DAY, to: NEXT_DAY }).records;
    const added = diffDayRecords(one, two);
    expect(added.changes.map(({ kind, workDate, causes, fields }) => [kind, workDate, causes, fields])).toEqual([
      ['ADDED', NEXT_DAY, ['DAY_ADDED'], []],
    ]);
    expect([added.unchangedCount, added.statusChanges]).toEqual([1, [{ before: null, after: 'ABSENT', count: 1 }]]);
    expect(added.changes[0]?.before).toBeNull();
    const removed = diffDayRecords(two, one);
    expect(removed.changes.map(({ kind, workDate, causes, fields }) => [kind, workDate, causes, fields])).toEqual([
      ['REMOVED', NEXT_DAY, ['DAY_REMOVED'], []],
    ]);
    expect([removed.unchangedCount, removed.statusChanges]).toEqual([1, [{ before: 'ABSENT', after: null, count: 1 }]]);
    expect(applyDayDiff(two, removed)).toEqual(one);
    expect(applyDayDiff(one, added)).toEqual(two);
  });

  it('is in order of employee, date and shift', () => {
    const records = build({ from: DAY, to: NEXT_DAY }).records;
    const others = records.map((record): DayRecord => ({ ...record, employeeId: 'e0' }));
    const { changes } = diffDayRecords([], [...records, ...others].reverse());
    expect(changes.map(({ employeeId, workDate }) => [employeeId, workDate])).toEqual([
      ['e0', DAY],
      ['e0', NEXT_DAY],
      ['e1', DAY],
      ['e1', NEXT_DAY],
    ]);
    expect(applyDayDiff([...records].reverse(), { changes: [] })).toEqual(records);
  });

  it.each([
    ['MARKS_REMOVED', { marks: MARKS }, {}],
    ['ATTEMPTS_CHANGED', {}, { refusedAttempts: [{ attemptId: 'r', at: '2026-02-10T08:00:00Z', outcome: 'NO_FACE' }] }],
    ['POLICY_CHANGED', {}, { policy: { version: 2 } }],
    ['SHIFT_CHANGED', {}, { shift: { end: '18:00' } }],
    ['SHIFT_CHANGED', {}, { policy: { checkInOpensMinutesBefore: 30 } }],
    [
      'CALENDAR_CHANGED',
      {},
      { calendar: { holidays: [{ date: DAY, name: 'F', portion: 'SECOND_HALF' }], weeklyOffs: [], leaves: [] } },
    ],
    ['DAY_CLOSED_MEANWHILE', { asOfLocal: `${DAY}T12:00` }, {}],
  ] as const)('names %s', (cause, before, after) => {
    expect(change(before as Scenario, after as Scenario)?.causes).toEqual([cause]);
  });

  it('names a change of site with all that comes with it', () => {
    const sites = [{ siteId: 's2', timeZone: 'Asia/Kolkata' }];
    const employee = { employeeId: 'e1', homeTimeZone: 'Europe/Berlin', sites: [{ siteId: 's2' }] };
    expect(change({}, { sites, employee })?.causes).toEqual(['SHIFT_CHANGED', 'SITE_CHANGED']);
  });

  it('names an approval, several causes in a fixed order, and the rules themselves if no input differs', () => {
    const policy = { overtime: { side: 'BOTH', startsAfterMinutes: 0, needsApproval: true } } as const;
    const marks = on(DAY, '09:00', '18:00');
    const overtimeApprovals = [{ workDate: DAY, shiftId: 'day', approvedMinutes: 60 }];
    expect(change({ marks, policy }, { marks, policy, overtimeApprovals })?.causes).toEqual(['APPROVAL_CHANGED']);
    expect(
      change({ marks }, { marks: MARKS.slice(0, 1).concat(`${DAY}T16:00`, `${DAY}T16:30`), policy: { version: 2 } })
        ?.causes,
    ).toEqual(['MARKS_ADDED', 'POLICY_CHANGED']);
    expect(change({}, { policy: { earlyGraceMinutes: 1 } })).toBeUndefined();
    expect(
      change(
        { marks: on(DAY, '09:05', '17:00') },
        { marks: on(DAY, '09:05', '17:00'), policy: { lateGraceMinutes: 10 } },
      )?.causes,
    ).toEqual(['RULES_CHANGED']);
  });
});

describe('isSame', () => {
  it.each([
    [1, 1, true],
    [1, 2, false],
    ['1', 1, false],
    [null, null, true],
    [null, {}, false],
    [{}, null, false],
    [undefined, null, false],
    [[1, 2], [1, 2], true],
    [[1, 2], [2, 1], false],
    [[1], [1, 2], false],
    [[], {}, false],
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [{ a: 1, b: undefined }, { a: 1 }, true],
    [{ a: 1 }, { b: 1 }, false],
    [{ a: { b: 1 } }, { a: { b: 2 } }, false],
    [{ a: 1 }, 'a', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(isSame(a, b)).toBe(expected);
  });
});
