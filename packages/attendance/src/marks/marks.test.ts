import { describe, expect, it } from 'vitest';
import { type AttendanceEvent, buildDayRecords, validateMarks } from '../index.js';
import { at, build, DAY, day, eventAt, inputOf, on, roles, type ScenarioMark } from '../testing/scenario.js';

/** A correction recorded at noon of the next day unless said. */
function correction(time: string, more: Partial<AttendanceEvent> = {}): ScenarioMark {
  return { local: `${DAY}T${time}`, source: 'CORRECTION', recordedAt: at('2026-02-11T12:00'), ...more };
}

function counted(marks: readonly (string | ScenarioMark)[]) {
  const result = build({ marks });
  const replaced = result.replaced.map(({ eventId, byEventId }) => [eventId, byEventId]);
  return { marks: result.records[0]?.marks.map(({ eventId }) => eventId), replaced, record: result.records[0] };
}

describe('corrections', () => {
  it('count instead of the event they name', () => {
    const { marks, replaced, record } = counted([
      ...on(DAY, '09:00', '16:00'),
      correction('17:00', { replacesEventId: 'm02' }),
    ]);
    expect(marks).toEqual(['m01', 'm03']);
    expect(replaced).toEqual([['m02', 'm03']]);
    expect([record?.workedMinutes, record?.status]).toEqual([480, 'PRESENT']);
    expect(record?.flags).toEqual(['CORRECTED']);
    expect(record?.trace.find(({ rule }) => rule === 'CORRECTION')?.message).toBe(
      'Correction m03 counts instead of m02',
    );
  });

  it('can add a missing mark: MISSING_MARK is resolved by a rebuild', () => {
    const { record, replaced } = counted([...on(DAY, '09:00'), correction('17:00')]);
    expect([record?.status, record?.workedMinutes, replaced]).toEqual(['PRESENT', 480, []]);
    expect(record?.trace.find(({ rule }) => rule === 'CORRECTION_ADDED')?.message).toBe('Correction m02 added a mark');
  });

  it('can take an event back without a mark of their own', () => {
    const { marks, replaced } = counted([
      ...on(DAY, '09:00', '12:00', '17:00'),
      correction('12:00', { replacesEventId: 'm02', isVoid: true }),
    ]);
    expect(marks).toEqual(['m01', 'm03']);
    expect(replaced).toEqual([
      ['m02', 'm04'],
      ['m04', null],
    ]);
  });

  it('of a correction: the last of the chain counts, whenever it was received', () => {
    const { marks, replaced } = counted([
      ...on(DAY, '09:00', '16:00'),
      correction('17:00', { replacesEventId: 'm02', recordedAt: at('2026-02-11T12:00') }),
      correction('18:00', { replacesEventId: 'm03', recordedAt: at('2026-02-11T10:00') }),
    ]);
    expect(marks).toEqual(['m01', 'm04']);
    expect(replaced).toEqual([
      ['m02', 'm04'],
      ['m03', 'm04'],
    ]);
  });

  it('two of one event: the one received later counts, the higher id if both came at once', () => {
    const later = { replacesEventId: 'm02', recordedAt: at('2026-02-11T13:00') };
    const marks = [
      ...on(DAY, '09:00', '16:00'),
      correction('17:00', later),
      correction('18:00', { replacesEventId: 'm02' }),
    ];
    expect(counted(marks).marks).toEqual(['m01', 'm03']);
    const tie = [
      ...on(DAY, '09:00', '16:00'),
      correction('18:00', { replacesEventId: 'm02' }),
      correction('17:00', { replacesEventId: 'm02' }),
    ];
    expect(counted(tie).marks).toEqual(['m01', 'm04']);
  });

  it('without a time of receipt are received when they say', () => {
    const marks = [
      ...on(DAY, '09:00', '16:00'),
      correction('17:30', { replacesEventId: 'm02', recordedAt: null }),
      correction('17:00', { replacesEventId: 'm02', recordedAt: at(`${DAY}T17:29`) }),
    ];
    expect(counted(marks).marks).toEqual(['m01', 'm03']);
  });

  it('a void that comes last takes the whole family out', () => {
    const { marks, replaced } = counted([
      ...on(DAY, '09:00', '16:00', '17:00'),
      correction('16:30', { replacesEventId: 'm02' }),
      correction('16:30', { replacesEventId: 'm04', isVoid: true }),
    ]);
    expect(marks).toEqual(['m01', 'm03']);
    expect(replaced).toEqual([
      ['m02', 'm05'],
      ['m04', 'm05'],
      ['m05', null],
    ]);
  });

  it('of an event that is not among the marks still count', () => {
    expect(counted([...on(DAY, '09:00'), correction('17:00', { replacesEventId: 'elsewhere' })]).marks).toEqual([
      'm01',
      'm02',
    ]);
  });

  it('that name themselves are ordinary marks, in a circle none of them counts and none is lost', () => {
    expect(counted([...on(DAY, '09:00'), correction('17:00', { replacesEventId: 'm02' })]).marks).toEqual([
      'm01',
      'm02',
    ]);
    const circle = counted([
      `${DAY}T09:00`,
      correction('17:00', { replacesEventId: 'm03' }),
      correction('18:00', { replacesEventId: 'm02' }),
      correction('19:00', { replacesEventId: 'm02' }),
    ]);
    expect(circle.marks).toEqual(['m01', 'm04']);
    expect(circle.replaced).toEqual([
      ['m02', 'm04'],
      ['m03', 'm04'],
    ]);
    const closed = counted([
      `${DAY}T09:00`,
      correction('17:00', { replacesEventId: 'm03' }),
      correction('18:00', { replacesEventId: 'm02' }),
    ]);
    expect(closed.replaced).toEqual([
      ['m02', null],
      ['m03', null],
    ]);
  });

  it('an offline kiosk uploads yesterday’s marks after the absence was marked: the day is rebuilt and the absence withdrawn', () => {
    expect(day({}).status).toBe('ABSENT');
    const rebuilt = day({ marks: on(DAY, '09:00', '17:00').map((local) => ({ local, isOffline: true })) });
    expect([rebuilt.status, rebuilt.workedMinutes, rebuilt.flags]).toEqual(['PRESENT', 480, ['OFFLINE_MARK']]);
  });
});

describe('events of the input', () => {
  const input = inputOf({ marks: on(DAY, '09:00', '17:00') });

  it.each([
    ['events[1].employeeId', 'OTHER_EMPLOYEE', { employeeId: 'e2' }],
    ['events[1].eventId', 'DUPLICATE_ID', { eventId: 'm01' }],
    ['events[1].at', 'INSTANT_FORMAT', { at: '2026-02-10 17:00' }],
    ['events[1].timeZone', 'TIME_ZONE_UNKNOWN', { timeZone: 'Mars/Olympus' }],
  ])('are refused by name: %s %s', (field, code, change) => {
    const events = [input.events[0], { ...input.events[1], ...change }] as AttendanceEvent[];
    expect(() => buildDayRecords({ ...input, events })).toThrow(
      expect.objectContaining({ code: 'BAD_USER_INPUT', details: expect.objectContaining({ field, code }) }),
    );
  });

  it('may come in any order', () => {
    const events = [...input.events].reverse();
    expect(buildDayRecords({ ...input, events })).toEqual(buildDayRecords(input));
  });

  it('of the same instant and kind are ordered by id', () => {
    const marks = [eventAt(`${DAY}T09:00`, 1), eventAt(`${DAY}T09:00`, 0), eventAt(`${DAY}T17:00`, 2)];
    const [record] = buildDayRecords({ ...input, events: marks }).records;
    expect(record?.marks.map(({ eventId }) => eventId)).toEqual(['m01', 'm02', 'm03']);
    expect(record === undefined ? [] : roles(record)).toEqual(['IN', 'DOUBLE_TAP', 'OUT']);
  });
});

describe('validateMarks', () => {
  const check = {
    employee: { joiningDate: '2026-02-01', leavingDate: '2026-02-27' },
    asOf: '2026-02-27T12:00:00Z',
  };
  const row = (moment: string, timeZone = 'Europe/Berlin') => ({ at: moment, timeZone });

  it('accepts the good part and names row, field and reason of the rest', () => {
    const rows = [
      row('2026-02-10T08:00:00Z'),
      row('2026-02-27T12:00:01Z'),
      row('2026-01-31T22:59:59Z'),
      row('nonsense'),
      row('2026-02-10T08:00:00Z', 'Mars/Olympus'),
      row('2026-02-11T08:00:00Z'),
    ];
    const { accepted, issues } = validateMarks(rows, check);
    expect(accepted).toEqual([rows[0], rows[5]]);
    expect(issues.map(({ row: index, field, code }) => [index, field, code])).toEqual([
      [1, 'at', 'IN_FUTURE'],
      [2, 'at', 'BEFORE_JOINING'],
      [3, 'at', 'INSTANT_FORMAT'],
      [4, 'timeZone', 'TIME_ZONE_UNKNOWN'],
    ]);
    expect(issues[0]?.message).toBe('The mark is in the future.');
  });

  it('takes a break in service for a last day and a first: the night after it counts, later marks do not', () => {
    const serviceBreaks = [{ from: '2026-02-11', to: '2026-02-12' }];
    const rows = [row('2026-02-11T05:00:00Z'), row('2026-02-12T05:00:00Z'), row('2026-02-13T05:00:00Z')];
    const { accepted, issues } = validateMarks(rows, { ...check, employee: { serviceBreaks } });
    expect(accepted).toEqual([rows[0], rows[2]]);
    expect(issues.map(({ code }) => code)).toEqual(['AFTER_LEAVING']);
  });

  it('allows marks now, on the first day, and in the night after the last', () => {
    const rows = [row('2026-02-27T12:00:00Z'), row('2026-01-31T23:00:00Z')];
    expect(validateMarks(rows, check).issues).toEqual([]);
    const later = { ...check, asOf: '2026-03-31T00:00:00Z' };
    expect(validateMarks([row('2026-02-28T22:59:59Z')], later).issues).toEqual([]);
    expect(validateMarks([row('2026-02-28T23:00:00Z')], later).issues.map(({ code }) => code)).toEqual([
      'AFTER_LEAVING',
    ]);
  });

  it('allows a clock that is ahead by the tolerance', () => {
    const ahead = [row('2026-02-27T12:01:00Z')];
    expect(validateMarks(ahead, { ...check, toleranceSeconds: 60 }).issues).toEqual([]);
    expect(validateMarks(ahead, { ...check, toleranceSeconds: 59 }).issues.map(({ code }) => code)).toEqual([
      'IN_FUTURE',
    ]);
  });

  it('knows no limits where employment has none', () => {
    expect(validateMarks([row('1999-01-01T00:00:00Z')], { employee: {}, asOf: check.asOf }).issues).toEqual([]);
  });
});
