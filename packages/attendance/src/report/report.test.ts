import { describe, expect, it } from 'vitest';
import {
  addFields,
  assuranceShares,
  buildExceptions,
  buildHoursSummary,
  buildLateSummary,
  buildMuster,
  buildOvertimeSummary,
  buildPeriod,
  buildPresence,
  buildRegister,
  type DayRecord,
  groupRows,
  HOURS_FIELDS,
  type OffShiftMark,
  REGISTER_MINUTES,
  registerRow,
  sumFields,
} from '../index.js';
import { PEOPLE } from '../testing/people.js';
import { at, build, DAY, eventAt, NEXT_DAY, on, type Scenario } from '../testing/scenario.js';

/** The records of a scenario as if they were another person's at another site. */
function as(employeeId: string, siteId: string, scenario: Scenario): readonly DayRecord[] {
  return build(scenario).records.map((record) => ({ ...record, employeeId, siteId }));
}

const ADA = as('e1', 's1', {
  from: DAY,
  to: NEXT_DAY,
  marks: [...on(DAY, '09:00', '17:00'), ...on(NEXT_DAY, '09:00')],
});
const BEN = as('e2', 's1', { marks: on(DAY, '09:30', '16:00') });
const CID = as('e3', 's2', { from: DAY, to: NEXT_DAY });
const ALL = [...ADA, ...BEN, ...CID];

const total = <Field extends string>(rows: readonly Readonly<Record<Field, number>>[], field: Field) =>
  rows.reduce((sum, row) => sum + row[field], 0);

const missingPerson = expect.objectContaining({
  details: expect.objectContaining({ field: 'people', code: 'PERSON_MISSING' }),
});

describe('the register', () => {
  it('lists days by date, then employee number, with times on each person’s home clock', () => {
    const { rows } = buildRegister({ people: PEOPLE, records: [...ALL].reverse() });
    expect(
      rows.map(({ workDate, number, status, firstInLocal, lastOutLocal }) => [
        workDate,
        number,
        status,
        firstInLocal,
        lastOutLocal,
      ]),
    ).toEqual([
      [DAY, '001', 'PRESENT', '2026-02-10 09:30', '2026-02-10 16:00'],
      [DAY, '002', 'ABSENT', null, null],
      [DAY, '003', 'PRESENT', '2026-02-10 13:30', '2026-02-10 21:30'],
      [NEXT_DAY, '002', 'ABSENT', null, null],
      [NEXT_DAY, '003', 'MISSING_MARK', '2026-02-11 13:30', null],
    ]);
  });

  it('copies what the record says', () => {
    const [record] = BEN;
    const [, person] = PEOPLE;
    if (record === undefined || person === undefined) throw new Error('no record');
    expect(registerRow(record, person)).toEqual({
      employeeId: 'e2',
      number: '001',
      name: 'Ben',
      siteId: 's1',
      departmentId: 'd2',
      workDate: DAY,
      shiftId: 'day',
      status: 'PRESENT',
      flags: ['LATE_ENTRY', 'EARLY_EXIT'],
      firstInAt: at(`${DAY}T09:30`),
      lastOutAt: at(`${DAY}T16:00`),
      firstInLocal: '2026-02-10 09:30',
      lastOutLocal: '2026-02-10 16:00',
      timeZone: 'Europe/Berlin',
      scheduledMinutes: 480,
      workedMinutes: 390,
      breakMinutes: 0,
      lateMinutes: 30,
      earlyMinutes: 60,
      overtimeMinutes: 0,
      isFinal: true,
    });
  });

  it('has totals that are the sum of its rows', () => {
    const { rows, totals, daysByStatus } = buildRegister({ people: PEOPLE, records: ALL });
    for (const field of REGISTER_MINUTES) expect(totals[field]).toBe(total(rows, field));
    expect(totals).toMatchObject({ workedMinutes: 870, lateMinutes: 30, earlyMinutes: 60, scheduledMinutes: 2400 });
    expect(daysByStatus).toMatchObject({ PRESENT: 2, ABSENT: 2, MISSING_MARK: 1, ON_LEAVE: 0 });
  });

  it.each([
    [{ siteIds: ['s2'] }, ['002', '002']],
    [{ departmentIds: ['d1'] }, ['003', '003']],
    [{ employeeIds: ['e2', 'e3'] }, ['001', '002', '002']],
    [{ statuses: ['MISSING_MARK'] }, ['003']],
    [{ from: NEXT_DAY }, ['002', '003']],
    [{ to: DAY }, ['001', '002', '003']],
    [{ siteIds: null, departmentIds: null }, ['001', '002', '003', '002', '003']],
    [{ siteIds: [] }, []],
  ] as const)('is narrowed by %j', (filter, numbers) => {
    const { rows, totals } = buildRegister({ people: PEOPLE, records: ALL, filter });
    expect(rows.map(({ number }) => number)).toEqual(numbers);
    expect(totals.workedMinutes).toBe(total(rows, 'workedMinutes'));
  });

  it('keeps two shifts of a day in order of their start, and people of one number by id', () => {
    const [record] = BEN;
    if (record === undefined) throw new Error('no record');
    const late = { ...record, shiftId: 'a-late', scheduledStartAt: at(`${DAY}T18:00`) };
    const people = PEOPLE.map((person) => ({ ...person, number: '7' }));
    const { rows } = buildRegister({ people, records: [...CID.slice(0, 1), late, record] });
    expect(rows.map(({ employeeId, shiftId }) => [employeeId, shiftId])).toEqual([
      ['e2', 'day'],
      ['e2', 'a-late'],
      ['e3', 'day'],
    ]);
  });

  it('refuses a record about nobody it knows', () => {
    expect(() => buildRegister({ people: [], records: ADA })).toThrow(missingPerson);
  });
});

describe('reports', () => {
  it('put people in order of their numbers as people count', () => {
    const numbers = ['E10', 'e2', 'E9'];
    const people = PEOPLE.map((person, index) => ({ ...person, number: numbers[index] ?? '' }));
    const inOrder = ['e2', 'E9', 'E10'];
    const range = { from: DAY, to: DAY };
    expect(buildRegister({ people, records: ALL, filter: range }).rows.map(({ number }) => number)).toEqual(inOrder);
    expect(buildMuster({ people, records: ALL, ...range }).rows.map(({ person }) => person.number)).toEqual(inOrder);
    const missing = ALL.map((record) => ({ ...record, workDate: DAY, status: 'MISSING_MARK' as const }));
    const { rows } = buildExceptions({ people, records: missing, offShift: [], assurance: [], asOfDate: NEXT_DAY });
    expect([...new Set(rows.map(({ number }) => number))]).toEqual(inOrder);
  });
});

describe('the muster', () => {
  it('is a grid of people and dates whose totals are the sums of its rows and columns', () => {
    const muster = buildMuster({ people: PEOPLE, records: ALL, from: '2026-02-09', to: NEXT_DAY });
    expect(muster.dates).toEqual(['2026-02-09', DAY, NEXT_DAY]);
    expect(
      muster.rows.map(({ person, cells }) => [person.number, ...cells.map((cell) => cell?.statuses.join() ?? '')]),
    ).toEqual([
      ['001', '', 'PRESENT', ''],
      ['002', '', 'ABSENT', 'ABSENT'],
      ['003', '', 'PRESENT', 'MISSING_MARK'],
    ]);
    expect(muster.totals.workedMinutes).toBe(total(muster.rows, 'workedMinutes'));
    expect(muster.totals.workedMinutes).toBe(870);
    expect(muster.totals.daysByStatus).toMatchObject({ PRESENT: 2, ABSENT: 2, MISSING_MARK: 1 });
    expect(muster.totals.byDate.map(({ PRESENT, ABSENT }) => [PRESENT, ABSENT])).toEqual([
      [0, 0],
      [2, 1],
      [0, 1],
    ]);
    expect(muster.rows[1]?.daysByStatus).toMatchObject({ ABSENT: 2 });
  });

  it('puts the shifts of a date into one cell, in order', () => {
    const split = build({
      marks: on(DAY, '08:00', '12:00'),
      shifts: ['am', 'pm'].map((shiftId) => ({
        shiftId,
        start: shiftId === 'am' ? '08:00' : '16:00',
        end: shiftId === 'am' ? '12:00' : '20:00',
        policyId: 'p1',
      })),
      assignments: ['pm', 'am'].map((shiftId) => ({
        assignmentId: shiftId,
        employeeId: 'e1',
        from: DAY,
        schedule: { kind: 'SHIFT', shiftId },
      })),
    }).records;
    const [first] = split;
    if (first === undefined) throw new Error('no record');
    const records = [...split].reverse().map((record) => (record === first ? { ...record, isFinal: false } : record));
    const { rows } = buildMuster({ people: PEOPLE, records, from: DAY, to: DAY });
    expect(rows[0]?.cells).toEqual([
      { workDate: DAY, statuses: ['PRESENT', 'ABSENT'], workedMinutes: 240, isFinal: false },
    ]);
  });

  it('leaves out records beyond the range or the filter, and people without any', () => {
    const muster = buildMuster({
      people: PEOPLE,
      records: ALL,
      from: NEXT_DAY,
      to: NEXT_DAY,
      filter: { siteIds: ['s1'] },
    });
    expect(muster.rows.map(({ person }) => person.employeeId)).toEqual(['e1']);
    expect(muster.totals.daysByStatus).toMatchObject({ MISSING_MARK: 1, PRESENT: 0, ABSENT: 0 });
  });

  it('refuses a record about nobody it knows', () => {
    expect(() => buildMuster({ people: [], records: ADA, from: DAY, to: DAY })).toThrow(missingPerson);
  });
});

describe('summaries', () => {
  const policies = [{ policyId: 'p1', version: 1 }];
  const periodOf = (employeeId: string, records: readonly DayRecord[]) =>
    buildPeriod({ employeeId, from: '2026-02-01', to: '2026-02-28', records, policies });
  const periods = [periodOf('e3', CID), periodOf('e1', ADA), periodOf('e2', BEN)];

  it('of hours: days by status and minutes, totals the sum of the rows', () => {
    const { rows, totals } = buildHoursSummary({ people: PEOPLE, periods });
    expect(rows.map(({ person, ...figures }) => [person.number, figures])).toEqual([
      [
        '001',
        {
          scheduledMinutes: 480,
          workedMinutes: 390,
          breakMinutes: 0,
          overtimeMinutes: 0,
          presentDays: 1,
          halfDays: 0,
          absentDays: 0,
          leaveDays: 0,
          holidays: 0,
          weeklyOffs: 0,
          missingMarkDays: 0,
          openDays: 0,
        },
      ],
      [
        '002',
        {
          scheduledMinutes: 960,
          workedMinutes: 0,
          breakMinutes: 0,
          overtimeMinutes: 0,
          presentDays: 0,
          halfDays: 0,
          absentDays: 2,
          leaveDays: 0,
          holidays: 0,
          weeklyOffs: 0,
          missingMarkDays: 0,
          openDays: 0,
        },
      ],
      [
        '003',
        {
          scheduledMinutes: 960,
          workedMinutes: 480,
          breakMinutes: 0,
          overtimeMinutes: 0,
          presentDays: 1,
          halfDays: 0,
          absentDays: 0,
          leaveDays: 0,
          holidays: 0,
          weeklyOffs: 0,
          missingMarkDays: 1,
          openDays: 0,
        },
      ],
    ]);
    for (const field of HOURS_FIELDS) expect(totals[field]).toBe(total(rows, field));
  });

  it('count every status in its own column', () => {
    const statuses = [
      'PRESENT',
      'HALF_DAY',
      'ABSENT',
      'ON_LEAVE',
      'HOLIDAY',
      'WEEKLY_OFF',
      'MISSING_MARK',
      'IN_PROGRESS',
    ] as const;
    const [record] = BEN;
    if (record === undefined) throw new Error('no record');
    const records = statuses.flatMap((status, index) =>
      Array.from({ length: index + 1 }, (_, copy) => ({ ...record, status, shiftId: `${status}-${copy}` })),
    );
    const { totals } = buildHoursSummary({ people: PEOPLE, periods: [periodOf('e2', records)] });
    const { presentDays, halfDays, absentDays, leaveDays, holidays, weeklyOffs, missingMarkDays, openDays } = totals;
    expect([presentDays, halfDays, absentDays, leaveDays, holidays, weeklyOffs, missingMarkDays, openDays]).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8,
    ]);
  });

  it('of lateness: days and minutes, excused and chargeable', () => {
    const { rows, totals } = buildLateSummary({ people: PEOPLE, periods });
    expect(rows[0]).toMatchObject({
      lateDays: 1,
      lateMinutes: 30,
      excusedLateMinutes: 0,
      chargeableLateMinutes: 30,
      earlyDays: 1,
      earlyMinutes: 60,
      excusedEarlyMinutes: 0,
      chargeableEarlyMinutes: 60,
    });
    expect(rows[1]).toMatchObject({ lateDays: 0, earlyDays: 0 });
    expect(totals.lateMinutes).toBe(total(rows, 'lateMinutes'));
    const excused = [
      { policyId: 'p1', version: 1, monthlyLateAllowance: { minutes: 10 }, monthlyEarlyAllowance: { minutes: 20 } },
    ];
    const period = buildPeriod({ employeeId: 'e2', from: DAY, to: DAY, records: BEN, policies: excused });
    expect(buildLateSummary({ people: PEOPLE, periods: [period] }).totals).toMatchObject({
      excusedLateMinutes: 10,
      chargeableLateMinutes: 20,
      excusedEarlyMinutes: 20,
      chargeableEarlyMinutes: 40,
    });
  });

  it('of overtime: worked, payable and the rest', () => {
    const overtime = { side: 'BOTH', startsAfterMinutes: 0, weeklyCapMinutes: 40 } as const;
    const records = build({ from: DAY, to: NEXT_DAY, marks: on(DAY, '09:00', '18:00'), policy: { overtime } }).records;
    const period = buildPeriod({
      employeeId: 'e1',
      from: DAY,
      to: NEXT_DAY,
      records,
      policies: [{ policyId: 'p1', version: 1, overtime }],
    });
    const { rows, totals } = buildOvertimeSummary({ people: PEOPLE, periods: [period] });
    expect(rows[0]).toMatchObject({
      overtimeMinutes: 60,
      payableOvertimeMinutes: 40,
      unpaidOvertimeMinutes: 20,
      days: 1,
    });
    expect(totals).toEqual({ overtimeMinutes: 60, payableOvertimeMinutes: 40, unpaidOvertimeMinutes: 20, days: 1 });
  });

  it.each([
    [{ siteIds: ['s2'] }, ['002']],
    [{ departmentIds: ['d2'] }, ['001']],
    [{ employeeIds: ['e1'] }, ['003']],
  ])('are narrowed by %j', (filter, numbers) => {
    expect(buildHoursSummary({ people: PEOPLE, periods, filter }).rows.map(({ person }) => person.number)).toEqual(
      numbers,
    );
  });

  it('refuse a period of nobody they know', () => {
    expect(() => buildHoursSummary({ people: [], periods })).toThrow(missingPerson);
  });
});

describe('groups', () => {
  it('split rows by a value, keys in order and none last, and their totals add up', () => {
    const { rows, totals } = buildRegister({ people: PEOPLE, records: ALL });
    const groups = groupRows([...rows].reverse(), ({ departmentId }) => departmentId, REGISTER_MINUTES);
    expect(groups.map(({ key, rows: members }) => [key, members.length])).toEqual([
      ['d1', 2],
      ['d2', 1],
      [null, 2],
    ]);
    for (const field of REGISTER_MINUTES) {
      expect(groups.reduce((sum, group) => sum + group.totals[field], 0)).toBe(totals[field]);
    }
    expect(groupRows(rows.slice(0, 2), () => null, REGISTER_MINUTES).map(({ key }) => key)).toEqual([null]);
  });

  it('can be added up row by row', () => {
    const totals = sumFields([], ['workedMinutes']);
    expect(totals).toEqual({ workedMinutes: 0 });
    addFields(totals, { workedMinutes: 5 }, ['workedMinutes']);
    addFields(totals, { workedMinutes: 7 }, ['workedMinutes']);
    expect(totals).toEqual({ workedMinutes: 12 });
  });
});

describe('exceptions', () => {
  const offShift: readonly OffShiftMark[] = [
    {
      employeeId: 'e3',
      eventId: 'x',
      kind: 'AUTO',
      at: at(`${DAY}T03:00`),
      siteId: 's2',
      timeZone: 'Europe/Berlin',
      localDate: DAY,
      reason: 'OUTSIDE_WINDOW',
    },
    {
      employeeId: 'e1',
      eventId: 'y',
      kind: 'AUTO',
      at: at(`${DAY}T02:00`),
      siteId: null,
      timeZone: 'Europe/Berlin',
      localDate: DAY,
      reason: 'WEEKLY_OFF',
    },
  ];
  const base = { people: PEOPLE, asOfDate: '2026-02-28' };

  it('are what waits for a person, in order of date, number and kind', () => {
    const overtime = { side: 'BOTH', startsAfterMinutes: 0, needsApproval: true } as const;
    const devices = [{ deviceId: 'd1', syncedThroughAt: null }];
    const records = [
      ...ADA,
      ...as('e2', 's1', {
        marks: on(DAY, '09:00', '18:00'),
        policy: { overtime },
        sites: [{ siteId: 's1', timeZone: 'Europe/Berlin', devices }],
        refusedAttempts: [{ attemptId: 'r', at: at(`${DAY}T08:59`), outcome: 'NON_MATCH' }],
      }),
      ...as('e3', 's2', { marks: on(DAY, '09:00'), policy: { autoCheckOut: { minutesAfterEnd: 0 } } }),
    ];
    const { rows, countsByKind } = buildExceptions({ ...base, records, offShift });
    expect(
      rows.map(({ date, number, kind, siteId, shiftId, at: moment, detail }) => [
        date,
        number,
        kind,
        siteId,
        shiftId,
        moment,
        detail,
      ]),
    ).toEqual([
      [DAY, '001', 'REFUSED_ATTEMPT', 's1', 'day', at(`${DAY}T08:59`), 'NON_MATCH'],
      [DAY, '001', 'PROVISIONAL_DAY', 's1', 'day', null, 'd1'],
      [DAY, '001', 'OVERTIME_PENDING', 's1', 'day', null, '60 min'],
      [DAY, '002', 'OFF_SHIFT_MARK', 's2', null, at(`${DAY}T03:00`), 'OUTSIDE_WINDOW'],
      [DAY, '002', 'AUTO_CLOSED', 's2', 'day', at(`${DAY}T17:00`), null],
      [DAY, '003', 'OFF_SHIFT_MARK', 's1', null, at(`${DAY}T02:00`), 'WEEKLY_OFF'],
      [NEXT_DAY, '003', 'MISSING_MARK', 's1', 'day', at(`${NEXT_DAY}T09:00`), null],
    ]);
    expect(Object.values(countsByKind).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
    expect(countsByKind).toMatchObject({ OFF_SHIFT_MARK: 2, MISSING_MARK: 1, HIGH_PIN_SHARE: 0 });
    expect(rows[0]).toMatchObject({ employeeId: 'e2', name: 'Ben', departmentId: 'd2' });
  });

  it('name refused attempts that no day tells of, at the site of the attempt, or at the own one where none was named', () => {
    const loose = { employeeId: 'e1', at: at(`${DAY}T03:00`), outcome: 'NO_FACE', localDate: DAY };
    const refused = [
      { ...loose, siteId: 's2' },
      { ...loose, siteId: null },
    ];
    const rows = (filter: object) =>
      buildExceptions({ ...base, records: [], refused, filter }).rows.map(({ kind, siteId, detail }) => [
        kind,
        siteId,
        detail,
      ]);
    const own = PEOPLE.find(({ employeeId }) => employeeId === 'e1')?.siteId ?? null;
    expect(rows({})).toEqual([
      ['REFUSED_ATTEMPT', 's2', 'NO_FACE'],
      ['REFUSED_ATTEMPT', own, 'NO_FACE'],
    ]);
    expect(rows({ siteIds: ['s2'] })).toHaveLength(own === 's2' ? 2 : 1);
    expect(rows({ from: '2026-01-01', to: '2026-01-02' })).toEqual([]);
  });

  it('a day without any trouble has none, and a day missing for refused attempts has no moment', () => {
    expect(buildExceptions({ ...base, records: BEN }).rows).toEqual([]);
    const refused = as('e2', 's1', {
      refusedAttempts: [{ attemptId: 'r', at: at(`${DAY}T08:59`), outcome: 'NO_FACE' }],
    });
    expect(buildExceptions({ ...base, records: refused }).rows.map(({ kind, at: moment }) => [kind, moment])).toEqual([
      ['MISSING_MARK', null],
      ['REFUSED_ATTEMPT', at(`${DAY}T08:59`)],
    ]);
  });

  it.each([
    [{ employeeIds: ['e3'] }, ['OFF_SHIFT_MARK']],
    [{ departmentIds: ['d1'] }, ['OFF_SHIFT_MARK', 'MISSING_MARK']],
    [{ siteIds: ['s2'] }, ['OFF_SHIFT_MARK']],
    [{ from: NEXT_DAY }, ['MISSING_MARK']],
    [{ to: DAY }, ['OFF_SHIFT_MARK', 'OFF_SHIFT_MARK']],
    [{ statuses: ['MISSING_MARK'] }, ['MISSING_MARK']],
  ] as const)('are narrowed by %j; a filter by status is about days', (filter, kinds) => {
    const { rows } = buildExceptions({ ...base, records: ALL, offShift, filter });
    expect(rows.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('show who mostly marks by PIN, from enough marks', () => {
    const marks = (pin: number, face: number) =>
      Array.from({ length: pin + face }, (_, index) => ({
        ...eventAt(`${DAY}T09:00`, index),
        assurance: index < pin ? ('PIN' as const) : ('FACE_PAIRED_DEVICE' as const),
      }));
    const rowsFor = (pin: number, face: number, more = {}) =>
      buildExceptions({ ...base, records: [], assurance: assuranceShares(marks(pin, face)), ...more }).rows;
    expect(rowsFor(3, 7).map(({ kind, date, detail, siteId }) => [kind, date, detail, siteId])).toEqual([
      ['HIGH_PIN_SHARE', '2026-02-28', '30 %', 's1'],
    ]);
    expect(rowsFor(2, 8)).toEqual([]);
    expect(rowsFor(9, 0)).toEqual([]);
    expect(rowsFor(9, 0, { minimumMarks: 9 })).toHaveLength(1);
    expect(rowsFor(2, 8, { pinAbovePercent: 19 })).toHaveLength(1);
    expect(rowsFor(3, 7, { filter: { siteIds: ['s2'] } })).toEqual([]);
  });

  it('refuse what is about nobody they know', () => {
    expect(() => buildExceptions({ people: [], records: [], offShift, asOfDate: DAY })).toThrow(missingPerson);
  });
});

describe('assurance', () => {
  it('counts marks by level for each person; corrections and marks without a level do not count', () => {
    const marks = [
      { ...eventAt(`${DAY}T09:00`, 0), employeeId: 'e2', assurance: 'PIN' as const },
      eventAt(`${DAY}T09:00`, 1),
      { ...eventAt(`${DAY}T12:00`, 2), assurance: 'PIN' as const },
      { ...eventAt(`${DAY}T17:00`, 3), assurance: 'IMPORT' as const },
      { ...eventAt(`${DAY}T17:00`, 4), assurance: 'PIN' as const, source: 'CORRECTION' as const },
      { ...eventAt(`${DAY}T17:00`, 5), assurance: null },
    ];
    expect(assuranceShares(marks)).toEqual([
      {
        employeeId: 'e1',
        markCount: 3,
        byLevel: { FACE_PAIRED_DEVICE: 1, FACE_API_KEY: 0, FACE_BROWSER: 0, PIN: 1, SUPERVISOR: 0, IMPORT: 1 },
        pinPercent: 33,
      },
      {
        employeeId: 'e2',
        markCount: 1,
        byLevel: { FACE_PAIRED_DEVICE: 0, FACE_API_KEY: 0, FACE_BROWSER: 0, PIN: 1, SUPERVISOR: 0, IMPORT: 0 },
        pinPercent: 100,
      },
    ]);
    expect(assuranceShares([])).toEqual([]);
  });
});

describe('presence', () => {
  const asOfLocal = `${DAY}T13:00`;
  const present = (employeeId: string, siteId: string, marks: Scenario['marks'], more: Scenario = {}) =>
    as(employeeId, siteId, { marks: marks ?? [], asOfLocal, ...more }).map((record) => ({
      ...record,
      marks: record.marks.map((mark) => ({ ...mark, siteId })),
    }));
  const who = (records: readonly DayRecord[], offShift: readonly OffShiftMark[] = [], more = {}) =>
    buildPresence({ people: PEOPLE, records, offShift, asOf: at(asOfLocal), ...more });
  const off = (time: string, kind: OffShiftMark['kind'] = 'AUTO', more: Partial<OffShiftMark> = {}): OffShiftMark => ({
    employeeId: 'e3',
    eventId: time,
    kind,
    at: at(`${DAY}T${time}`),
    siteId: 's2',
    timeZone: 'Europe/Berlin',
    localDate: DAY,
    reason: 'OUTSIDE_WINDOW',
    ...more,
  });

  it('lists who is in and who is on a break, by site and number, and nobody who has left', () => {
    const records = [
      ...present('e3', 's2', on(DAY, '09:00')),
      ...present('e1', 's1', [`${DAY}T09:00`, { local: `${DAY}T12:30`, kind: 'BREAK_START' }]),
      ...present('e2', 's1', on(DAY, '09:00', '12:00')),
    ];
    const { rows, totals, bySite } = who(records);
    expect(
      rows.map(({ person, state, siteId, sinceAt, sinceLocal, shiftId }) => [
        person.number,
        state,
        siteId,
        sinceAt,
        sinceLocal,
        shiftId,
      ]),
    ).toEqual([
      ['003', 'ON_BREAK', 's1', at(`${DAY}T12:30`), '2026-02-10 17:00', 'day'],
      ['002', 'IN', 's2', at(`${DAY}T09:00`), '2026-02-10 09:00', 'day'],
    ]);
    expect(totals).toEqual({ inCount: 1, onBreakCount: 1, unsureCount: 0 });
    expect(bySite).toEqual([
      { siteId: 's1', inCount: 0, onBreakCount: 1, unsureCount: 0 },
      { siteId: 's2', inCount: 1, onBreakCount: 0, unsureCount: 0 },
    ]);
  });

  it('knows nobody without marks, and goes by the last mark of all', () => {
    expect(who(present('e1', 's1', [])).rows).toEqual([]);
    const yesterday = present('e1', 's1', on('2026-02-09', '09:00'), { from: '2026-02-09', asOfLocal });
    const today = present('e1', 's1', on(DAY, '09:00', '12:00'));
    expect(who([...today, ...yesterday], [], { unsureForMinutes: 100_000 }).rows).toEqual([]);
  });

  it('a double tap is no later mark', () => {
    const records = present('e1', 's1', on(DAY, '09:00:00', '09:01:00'));
    expect(who(records).rows[0]?.sinceAt).toBe(at(`${DAY}T09:00`));
  });

  it('the place is where the last mark was made, else the site of the day', () => {
    const [record] = present('e1', 's1', on(DAY, '09:00'));
    if (record === undefined) throw new Error('no record');
    const elsewhere = { ...record, marks: record.marks.map((mark) => ({ ...mark, siteId: 's2' })) };
    expect(who([elsewhere]).rows[0]?.siteId).toBe('s2');
    const nowhere = { ...record, marks: record.marks.map((mark) => ({ ...mark, siteId: null })) };
    expect(who([nowhere]).rows[0]?.siteId).toBe('s1');
  });

  it('is unsure about an open check-in whose window has closed, for half a day', () => {
    const forgotten = (time: string) => present('e1', 's1', on(DAY, '09:00'), { asOfLocal: `${DAY}T${time}` });
    const night = (time: string) =>
      buildPresence({
        people: PEOPLE,
        records: forgotten(time),
        offShift: [],
        asOf: at(`${DAY}T${time}`),
        unsureForMinutes: 750,
      });
    expect(night('21:30').rows.map(({ state }) => state)).toEqual(['UNSURE']);
    expect(night('21:31').rows).toEqual([]);
    expect(who(forgotten('21:00'), [], { asOf: at(`${DAY}T21:00`) }).totals).toEqual({
      inCount: 0,
      onBreakCount: 0,
      unsureCount: 1,
    });
    expect(who(forgotten('21:01'), [], { asOf: at(`${DAY}T21:01`) }).rows).toEqual([]);
  });

  it('is unsure about a day that the policy closed', () => {
    const policy = { autoCheckOut: { minutesAfterEnd: 0 }, checkOutClosesMinutesAfter: 0, absentAfterMinutes: 0 };
    const records = present('e1', 's1', on(DAY, '09:00'), { policy, asOfLocal: `${DAY}T17:00` });
    expect(records[0]?.isAutoClosed).toBe(true);
    expect(who(records, [], { asOf: at(`${DAY}T17:00`) }).rows.map(({ state }) => state)).toEqual(['UNSURE']);
  });

  it.each([
    [[off('10:00')], ['UNSURE']],
    [[off('10:00'), off('11:00')], []],
    [[off('11:00'), off('10:00'), off('12:00')], ['UNSURE']],
    [[off('10:00', 'CHECK_OUT')], []],
    [[off('10:00'), off('11:00', 'CHECK_IN')], ['UNSURE']],
    [[off('01:00')], ['UNSURE']],
    [[off('00:59')], []],
    [[off('12:00', 'AUTO', { reason: 'IN_FUTURE' })], []],
  ])('off shift it errs towards naming people: %#', (marks, states) => {
    const { rows } = who([], marks);
    expect(rows.map(({ state }) => state)).toEqual(states);
    if (rows.length > 0) expect(rows[0]).toMatchObject({ siteId: 's2', shiftId: null });
  });

  it('a mark off shift after the shift counts as the last word', () => {
    const records = present('e3', 's2', on(DAY, '09:00', '12:00'));
    expect(who(records, [off('12:30')]).rows.map(({ state }) => state)).toEqual(['UNSURE']);
    expect(who(records, [off('08:30')]).rows).toEqual([]);
  });

  it('refuses what is about nobody it knows', () => {
    expect(() =>
      buildPresence({ people: [], records: present('e1', 's1', on(DAY, '09:00')), offShift: [], asOf: at(asOfLocal) }),
    ).toThrow(missingPerson);
  });
});
