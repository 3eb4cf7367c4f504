import type { AttendanceEvent, Employee } from '@rollcall/db';
import { describe, expect, it } from 'vitest';
import { buildDay } from './day-builder.js';
import { localDateOf } from './local-date.js';

const employee = { id: 'e1', number: '1', name: 'Ada', siteId: 's1' } as Employee;
const BERLIN = { id: 's1', timeZone: 'Europe/Berlin' };

function marks(...instants: readonly string[]): readonly AttendanceEvent[] {
  return instants.map((instant, index) => {
    const at = new Date(instant);
    const fixed = {
      source: 'API',
      assurance: 'FACE_API_KEY',
      deviceId: null,
      replacesEventId: null,
      attemptId: null,
    } as const;
    const actor = { kind: 'SYSTEM', id: 'test' } as const;
    const place = { siteId: 's1', timeZone: BERLIN.timeZone, localDate: localDateOf(at, BERLIN.timeZone) };
    return { id: `m${index}`, employeeId: 'e1', kind: 'AUTO', at, recordedAt: at, actor, ...place, ...fixed };
  });
}

function day(workDate: string, asOf: string, events: readonly AttendanceEvent[]) {
  return buildDay({ employee, site: BERLIN, workDate, asOf: new Date(asOf), events });
}

describe('buildDay', () => {
  it('counts from the first in to the last out', () => {
    const [record] = day(
      '2026-03-02',
      '2026-03-04T12:00:00Z',
      marks('2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z', '2026-03-02T13:00:00Z', '2026-03-02T16:30:00Z'),
    );
    expect(record).toMatchObject({
      status: 'PRESENT',
      workedMinutes: 510,
      markCount: 4,
      flags: [],
      lateMinutes: 0,
      earlyMinutes: 0,
    });
    expect([record?.firstInAt, record?.lastOutAt]).toEqual([
      new Date('2026-03-02T08:00:00Z'),
      new Date('2026-03-02T16:30:00Z'),
    ]);
  });

  it('is in progress while the day lasts and a missing mark once it is over', () => {
    const events = marks('2026-03-02T08:00:00Z');
    expect(day('2026-03-02', '2026-03-02T22:59:00Z', events)[0]?.status).toBe('IN_PROGRESS');
    expect(day('2026-03-02', '2026-03-03T12:00:00Z', events)[0]).toMatchObject({
      status: 'MISSING_MARK',
      workedMinutes: 0,
    });
  });

  it('makes no record of a day without a mark: nobody is absent without a shift', () => {
    expect(day('2026-03-02', '2026-03-04T12:00:00Z', [])).toEqual([]);
    expect(day('2026-03-02', '2026-03-04T12:00:00Z', marks('2026-03-03T08:00:00Z'))).toEqual([]);
  });

  it.each([
    ['the last minute of a day', '2026-03-02T22:59:59Z', '2026-03-02'],
    ['midnight', '2026-03-02T23:00:00Z', '2026-03-03'],
    ['the hour that clocks skip in spring', '2026-03-29T01:30:00Z', '2026-03-29'],
    ['the hour that comes twice in autumn', '2026-10-25T00:30:00Z', '2026-10-25'],
    ['the same hour again', '2026-10-25T01:30:00Z', '2026-10-25'],
  ])('puts %s into the day of the site', (_what, instant, workDate) => {
    const events = marks(instant);
    expect(events[0]?.localDate).toBe(workDate);
    expect(day(workDate, '2026-12-01T00:00:00Z', events)).toHaveLength(1);
  });

  it('counts elapsed time on a day with a clock change', () => {
    const events = marks('2026-10-24T22:30:00Z', '2026-10-25T08:30:00Z');
    expect(day('2026-10-25', '2026-12-01T00:00:00Z', events)[0]?.workedMinutes).toBe(600);
  });

  it('keeps a double tap, flags it and does not count it', () => {
    const events = marks('2026-03-02T08:00:00Z', '2026-03-02T08:01:59Z', '2026-03-02T16:00:00Z');
    expect(day('2026-03-02', '2026-03-04T00:00:00Z', events)[0]).toMatchObject({
      workedMinutes: 480,
      markCount: 3,
      flags: ['DOUBLE_TAP'],
    });
  });

  it('gives the same record for the marks in any order, under the same id', () => {
    const events = marks('2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z', '2026-03-02T16:00:00Z');
    const asOf = '2026-03-04T00:00:00Z';
    expect(day('2026-03-02', asOf, [...events].reverse())).toEqual(day('2026-03-02', asOf, events));
  });
});
