import { describe, expect, it } from 'vitest';
import {
  buildExceptions,
  buildMuster,
  buildOvertimeSummary,
  buildPeriod,
  buildPresence,
  type DayRecord,
  groupRows,
  type OffShiftMark,
} from '../index.js';
import { PEOPLE } from '../testing/people.js';
import { at, build, DAY, NEXT_DAY, on, type Scenario } from '../testing/scenario.js';

const as = (employeeId: string, siteId: string | null, scenario: Scenario): readonly DayRecord[] =>
  build(scenario).records.map((record) => ({ ...record, employeeId, siteId: siteId as string }));

function offShift(employeeId: string, time: string, more: Partial<OffShiftMark> = {}): OffShiftMark {
  const when = { at: at(`${DAY}T${time}`), timeZone: 'Europe/Berlin', localDate: DAY };
  return { eventId: time, employeeId, kind: 'AUTO', siteId: 's1', reason: 'NO_SHIFT', ...when, ...more };
}

describe('who is in', () => {
  const present = (input: Partial<Parameters<typeof buildPresence>[0]>, asOfLocal = `${DAY}T23:00`) =>
    buildPresence({ people: PEOPLE, records: [], offShift: [], asOf: at(asOfLocal), ...input }).rows;

  it('off-shift marks count in order of time, however they come', () => {
    const marks = [offShift('e1', '22:10', { kind: 'CHECK_OUT' }), offShift('e1', '22:00', { kind: 'CHECK_IN' })];
    expect(present({ offShift: marks })).toEqual([]);
    expect(present({ offShift: [...marks].reverse() })).toEqual([]);
    const back = [offShift('e1', '22:30'), offShift('e1', '22:10'), offShift('e1', '22:20')];
    expect(present({ offShift: back }).map(({ sinceAt }) => sinceAt)).toEqual([at(`${DAY}T22:30`)]);
  });

  it('a closed day over which nobody forgot to mark leaves nobody in', () => {
    const records = as('e1', 's1', { marks: on(DAY, '09:00', '20:30'), asOfLocal: `${DAY}T21:30` });
    expect(present({ records }, `${DAY}T21:30`)).toEqual([]);
  });

  it('is listed by site, those without one first, and by number there', () => {
    const marks = ['e1', 'e2', 'e3'].map((id) => offShift(id, '22:00', { siteId: id === 'e3' ? null : 's1' }));
    for (const list of [marks, [...marks].reverse()])
      expect(present({ offShift: list }).map(({ person }) => person.name)).toEqual(['Cid', 'Ben', 'Ada']);
  });

  it('of a shift and an off-shift mark at one moment the shift is believed', () => {
    const records = as('e1', 's1', { marks: on(DAY, '09:00'), asOfLocal: `${DAY}T12:00` });
    const rows = present({ records, offShift: [offShift('e1', '09:00')] }, `${DAY}T12:00`);
    expect(rows.map(({ shiftId }) => shiftId)).toEqual(['day']);
  });
});

describe('exceptions', () => {
  it('of one person and kind are in order of time, those without one first', () => {
    const marks = [offShift('e1', '22:20'), offShift('e1', '22:00'), offShift('e1', '22:10')];
    for (const list of [marks, [...marks].reverse()]) {
      const { rows } = buildExceptions({ people: PEOPLE, records: [], offShift: list, asOfDate: DAY });
      expect(rows.map((row) => row.at)).toEqual([at(`${DAY}T22:00`), at(`${DAY}T22:10`), at(`${DAY}T22:20`)]);
    }
  });

  it('of two shifts at one moment are in order of the shift', () => {
    const [missing] = as('e1', 's1', { marks: on(DAY, '09:00') });
    if (missing === undefined) throw new Error('no record');
    const records = ['b', 'a', 'c'].map((shiftId) => ({ ...missing, shiftId }));
    for (const list of [records, [...records].reverse()]) {
      const { rows } = buildExceptions({ people: PEOPLE, records: list, asOfDate: DAY });
      expect(rows.map(({ shiftId }) => shiftId)).toEqual(['a', 'b', 'c']);
    }
  });

  it('name every silent device of a day that was closed without it, and nothing nobody asked for', () => {
    const devices = ['d1', 'd2'].map((deviceId) => ({ deviceId, syncedThroughAt: null }));
    const records = as('e1', 's1', { sites: [{ siteId: 's1', timeZone: 'Europe/Berlin', devices }] });
    const { rows } = buildExceptions({ people: PEOPLE, records, asOfDate: DAY });
    expect(rows.map(({ kind, detail }) => [kind, detail])).toEqual([['PROVISIONAL_DAY', 'd1, d2']]);
  });
});

describe('the month grid', () => {
  it('is empty where there is no record, and a day is final once all its shifts are', () => {
    const records = as('e1', 's1', { marks: on(DAY, '09:00', '17:00') });
    const [final] = records;
    if (final === undefined) throw new Error('no record');
    const cellsOf = (list: readonly DayRecord[]) =>
      buildMuster({ people: PEOPLE, records: list, from: DAY, to: NEXT_DAY }).rows[0]?.cells;
    expect(cellsOf(records)).toMatchObject([{ statuses: ['PRESENT'], isFinal: true }, null]);
    const open = { ...final, shiftId: 'late', isFinal: false };
    expect(cellsOf([...records, open])).toMatchObject([{ statuses: ['PRESENT', 'PRESENT'], isFinal: false }, null]);
  });
});

describe('sums', () => {
  it('the days of overtime are those that have any', () => {
    const policy = { overtime: { side: 'AFTER_SHIFT', startsAfterMinutes: 0 } } as const;
    const marks = [
      ...on('2026-02-10', '09:00', '18:00'),
      ...on('2026-02-11', '09:00', '17:00'),
      ...on('2026-02-12', '09:00', '17:00'),
    ];
    const range = { from: '2026-02-10', to: '2026-02-12' };
    const records = as('e1', 's1', { ...range, policy, marks });
    const policies = [{ policyId: 'p1', version: 1, ...policy }];
    const periods = [buildPeriod({ employeeId: 'e1', ...range, records, policies })];
    expect(buildOvertimeSummary({ people: PEOPLE, periods }).rows[0]).toMatchObject({ days: 1, overtimeMinutes: 60 });
  });

  it('groups are in order of their keys, what has none comes last', () => {
    const rows = ['b', null, 'a', null].map((key, minutes) => ({ key, minutes }));
    for (const list of [rows, [...rows].reverse()])
      expect(groupRows(list, ({ key }) => key, ['minutes']).map(({ key }) => key)).toEqual(['a', 'b', null]);
  });
});
