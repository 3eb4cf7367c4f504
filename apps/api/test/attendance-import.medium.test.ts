import { OPEN_SITE } from '@rollcall/db';
import { anEmployee } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { eventCount, type ImportHarness, openImportHarness } from './testing/import-harness.js';
import { dateCell, timeCell, workbookOf } from './testing/workbook.js';

const DAYS = 300;
const PEOPLE = 3;

/** 300 days of in and out for three people; every twentieth line is broken in one of several ways. */
function yearOfMarks(prefix: string): { readonly text: string; readonly broken: number; readonly good: number } {
  const breakage = [
    (line: string) => line.replace(/;.*/, ''),
    (line: string) => line.replace('2025-', '2025-13-'),
    (line: string) => line.replace(prefix, 'nobody-'),
    (line: string) => `"${line}`,
    (line: string) => line.replace(/Check-\w+/, 'flying'),
    (line: string) => line.replace('2025-', '2031-'),
  ];
  const lines: string[] = [];
  let broken = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const date = new Date(Date.UTC(2025, 1, 1 + day)).toISOString().slice(0, 10);
    for (let person = 1; person <= PEOPLE; person += 1) {
      for (const [time, state] of [
        ['08:55:10', 'Check-In'],
        ['17:05:00', 'Check-Out'],
      ]) {
        const line = `${prefix}${person};${date} ${time};${state};T1`;
        const spoil = breakage[broken % breakage.length];
        const isBroken = lines.length % 20 === 7 && spoil !== undefined;
        lines.push(isBroken ? spoil(line) : line);
        if (isBroken) broken += 1;
      }
    }
  }
  const text = ['Personnel No.;Date/Time;State;Terminal', ...lines].join('\r\n');
  return { text, broken, good: lines.length - broken };
}

describe('an import of 300 days with 5 % broken lines', () => {
  let harness: ImportHarness;
  let whole: string;
  const file = yearOfMarks('y');

  beforeAll(async () => {
    harness = await openImportHarness();
    await harness.people(PEOPLE, 'y');
  });
  afterAll(() => harness.database.close());

  it('is told beforehand by a dry run, which writes no mark', async () => {
    const job = await harness.run(file.text, { isDryRun: true });
    expect(job).toMatchObject({ state: 'SUCCEEDED', isDryRun: true });
    expect(job.counts).toEqual({
      rows: file.good + file.broken,
      refusedRows: file.broken,
      newMarks: file.good,
      knownMarks: 0,
    });
    expect(await eventCount(harness)).toBe(0);
    const verdicts = (await harness.fileText(job.resultFileId)).trimEnd().split('\r\n').slice(1);
    expect(verdicts.filter((line) => /^\d+,NEW,/.test(line))).toHaveLength(file.good);
    expect(verdicts.filter((line) => /^\d+,REFUSED,/.test(line))).toHaveLength(file.broken);
  });

  it('does exactly that, names each broken line with field, reason and content, and builds the days', async () => {
    const told = await harness.run(file.text, { isDryRun: true });
    const job = await harness.run(file.text);
    expect(job).toMatchObject({ state: 'SUCCEEDED', counts: told.counts });
    expect(await harness.fileText(job.errorFileId)).toBe(await harness.fileText(told.errorFileId));
    expect(await eventCount(harness)).toBe(file.good);
    const codes = new Set((await harness.jobs.issues(job.id, 1_000)).map((issue) => `${issue.field}:${issue.code}`));
    expect([...codes].sort()).toEqual([
      'dateTime:IN_FUTURE',
      'dateTime:UNREADABLE',
      'employeeNumber:UNKNOWN_NUMBER',
      'kind:UNREADABLE',
      'null:UNREADABLE',
    ]);
    const days = harness.database.nativeDb.collection('dayRecords');
    expect(await days.countDocuments({ workedMinutes: 489 })).toBeGreaterThan(DAYS * PEOPLE * 0.85);
    whole = await harness.fingerprint();
  });

  it('adds nothing the second time', async () => {
    const job = await harness.run(file.text);
    expect(job.counts).toMatchObject({ newMarks: 0, knownMarks: file.good, refusedRows: file.broken });
    expect(await eventCount(harness)).toBe(file.good);
    expect(await harness.fingerprint()).toBe(whole);
  });

  it('that is cut off again and again comes to the same end', async () => {
    const other = await openImportHarness();
    await other.people(PEOPLE, 'y');
    const { id } = await other.start(file.text);
    const checkpoint = other.context.db.jobs.checkpoint.bind(other.context.db.jobs);
    let cuts = 0;
    while (cuts < 40) {
      // One batch more in each life.
      let left = 2;
      // A process that dies in the middle of a transaction: the batch is rolled back, the lease stays behind.
      other.context.db.jobs.checkpoint = async (...args) => {
        await checkpoint(...args);
        left -= 1;
        if (left === 0) throw new Error('killed');
      };
      await other.newRunner().runNext(id);
      await other.database.nativeDb
        .collection('jobs')
        .updateOne({ _id: id as never }, { $set: { leaseUntil: new Date(0), runs: 1 } });
      if (left > 0) break;
      cuts += 1;
    }
    other.context.db.jobs.checkpoint = checkpoint;
    expect(cuts).toBeGreaterThan(3);
    const job = await other.context.db.jobs.getById(id);
    expect(job).toMatchObject({ state: 'SUCCEEDED' });
    expect(job.counts).toEqual({
      rows: file.good + file.broken,
      refusedRows: file.broken,
      newMarks: file.good,
      knownMarks: 0,
    });
    expect(await other.fingerprint()).toBe(whole);
    await other.database.close();
  });
});

describe('a row', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
  });
  afterAll(() => harness.database.close());

  const codesOf = async (text: string, more: object = {}) => {
    const job = await harness.run(text, more);
    const issues = await harness.jobs.issues(job.id, 100);
    return { job, codes: issues.map(({ row, code }) => `${row}:${code}`) };
  };

  it('before joining, after leaving, in the future, of nobody or on a finalised day is refused; its neighbours are taken', async () => {
    await harness.people(1, 'rules-', { joiningDate: '2026-03-02', leavingDate: '2026-03-20' });
    const at = { createdAt: new Date(), updatedAt: new Date() };
    await harness.context.db.finalisedPeriods.insert({
      ...{ id: 'p1', from: '2026-03-09', to: '2026-03-10', siteId: harness.site.id, departmentId: null },
      ...{ finalisedBy: { kind: 'SYSTEM', id: 'test' }, finalisedAt: new Date() },
      ...{ reopenedBy: null, reopenedAt: null, reopenReason: null, ...at },
    });
    const { job, codes } = await codesOf(
      [
        'number,datetime,kind',
        'rules-1,2026-03-01 08:00,in',
        'rules-1,2026-03-02 08:00,in',
        'rules-1,2026-03-09 08:00,in',
        'rules-1,2026-03-22 08:00,in',
        'rules-1,2031-01-01 08:00,in',
        'ghost,2026-03-03 08:00,in',
        'rules-1,2026-03-03 08:00,in',
      ].join('\n'),
    );
    expect(codes).toEqual(['2:BEFORE_JOINING', '4:DAY_CLOSED', '5:AFTER_LEAVING', '6:IN_FUTURE', '7:UNKNOWN_NUMBER']);
    expect(job.counts).toMatchObject({ rows: 7, refusedRows: 5, newMarks: 2 });
  });

  it('means the wall clock of its site, also where clocks change, or the zone that is named', async () => {
    const [person] = await harness.people(1, 'zone-');
    const text = [
      'number,datetime',
      'zone-1,2026-01-15 08:00:30',
      'zone-1,2026-05-15 08:00:30',
      'zone-1,2026-03-29 02:30:00',
      'zone-1,2026-05-16T08:00:30Z',
    ].join('\n');
    await harness.run(text);
    await harness.run(
      'number,datetime,time zone\nzone-1,2026-05-17 08:00,Asia/Kolkata\nzone-1,2026-05-18 08:00,Mars/Base',
    );
    const range = { from: new Date('2026-01-01'), to: new Date('2026-07-01') };
    const events = await harness.context.db.attendanceEvents.listByEmployee(person?.id ?? '', range);
    expect(events.map((event) => event.at.toISOString())).toEqual([
      '2026-01-15T07:00:30.000Z',
      '2026-03-29T01:30:00.000Z',
      '2026-05-15T06:00:30.000Z',
      '2026-05-16T08:00:30.000Z',
      '2026-05-17T02:30:00.000Z',
    ]);
    expect(events[0]).toMatchObject({
      ...{ source: 'DEVICE_IMPORT', assurance: 'IMPORT', timeZone: 'Europe/Berlin', localDate: '2026-01-15' },
      importId: expect.any(String),
    });
  });

  it('of somebody who has moved belongs to the site, zone and lock of its date', async () => {
    const at = { createdAt: new Date(), updatedAt: new Date() };
    const delhi = { ...OPEN_SITE, id: 'delhi', name: 'Delhi', timeZone: 'Asia/Kolkata', ...at };
    await harness.context.db.sites.insert(delhi);
    const siteHistory = [
      { siteId: harness.site.id, from: null },
      { siteId: 'delhi', from: '2026-02-01' },
    ];
    await harness.people(1, 'moved-', { siteId: 'delhi', siteHistory });
    await harness.context.db.finalisedPeriods.insert({
      ...{ id: 'p2', from: '2026-01-20', to: '2026-02-20', siteId: harness.site.id, departmentId: null },
      ...{ finalisedBy: { kind: 'SYSTEM', id: 'test' }, finalisedAt: new Date() },
      ...{ reopenedBy: null, reopenedAt: null, reopenReason: null, ...at },
    });
    const days = ['2026-01-10', '2026-01-25', '2026-02-10'].map((day) => `moved-1,${day} 08:00`);
    const { codes } = await codesOf(['number,datetime', ...days].join('\n'));
    expect(codes).toEqual(['3:DAY_CLOSED']);
    const range = { from: new Date('2026-01-01'), to: new Date('2026-03-01') };
    const events = await harness.context.db.attendanceEvents.listByEmployee('id-of-moved-1', range);
    expect(events.map(({ at, siteId }) => [at.toISOString(), siteId])).toEqual([
      ['2026-01-10T07:00:00.000Z', harness.site.id],
      ['2026-02-10T02:30:00.000Z', 'delhi'],
    ]);
  });

  it('on a day that is finalised for one department is refused for its people alone', async () => {
    const at = { createdAt: new Date(), updatedAt: new Date() };
    await harness.people(1, 'store-', { departmentId: 'store' });
    await harness.people(1, 'yard-', { departmentId: 'yard' });
    await harness.context.db.finalisedPeriods.insert({
      ...{ id: 'p3', from: '2026-02-23', to: '2026-02-24', siteId: null, departmentId: 'store' },
      ...{ finalisedBy: { kind: 'SYSTEM', id: 'test' }, finalisedAt: new Date() },
      ...{ reopenedBy: null, reopenedAt: null, reopenReason: null, ...at },
    });
    const { codes } = await codesOf('number,datetime\nstore-1,2026-02-23 08:00\nyard-1,2026-02-23 08:00');
    expect(codes).toEqual(['2:DAY_CLOSED']);
  });

  it('that stands twice in a file, or comes from a terminal with padded numbers, is one mark', async () => {
    await harness.context.db.employees.insert(
      anEmployee({
        number: '4711',
        siteId: harness.site.id,
        joiningDate: '2025-01-01',
      }),
    );
    const csv = 'AC-No.,Date,Time,State\n4711,2026-04-01,08:00:00,C/In\n4711,2026-04-01,08:00:00,C/In\n';
    const twice = await harness.run(csv, { isDryRun: true });
    expect(twice.counts).toMatchObject({ newMarks: 1, knownMarks: 1 });
    expect((await harness.run(csv)).counts).toEqual(twice.counts);
    const log = '00004711\t2026-04-01 08:00:00\t1\t0\t1\t0\r\n00004711\t2026-04-01 17:00:00\t1\t1\t1\t0\r\n';
    expect((await harness.run(log)).counts).toMatchObject({ rows: 2, newMarks: 1, knownMarks: 1 });
  });

  it('of somebody at a site that the caller may not see is as unknown as nobody', async () => {
    await harness.people(1, 'hidden-');
    const limited = { ...COMMAND_LINE, siteIds: ['another-site'] };
    const job = await harness.run('number,datetime\nhidden-1,2026-04-01 08:00', {}, limited);
    expect((await harness.jobs.issues(job.id, 5)).map(({ code }) => code)).toEqual(['UNKNOWN_NUMBER']);
  });
});

describe('a file', () => {
  let harness: ImportHarness;
  beforeAll(async () => {
    harness = await openImportHarness();
    await harness.people(1, 'f');
  });
  afterAll(() => harness.database.close());

  it.each([
    ['is empty', '', 'The file is empty.'],
    ['has no headings that tell whose mark it is', 'a,b\n1,2', 'No column has a heading for the employee number.'],
    [
      'is a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'No column has a heading for the employee number.',
    ],
    ['is a broken workbook', Buffer.from('PK\u0003\u0004 and no more'), 'This is not a complete ZIP archive.'],
  ])('that %s fails as a whole, with a sentence that helps', async (_, bytes, message) => {
    const job = await harness.run(bytes);
    expect(job).toMatchObject({ state: 'FAILED', failure: { code: 'BAD_USER_INPUT', message } });
    expect(harness.faults).toEqual([]);
  });

  it('may write the day first, if that is said; if not, each row tells that it has to be', async () => {
    const text = 'Personalnummer;Datum;Uhrzeit;Richtung\nf1;02.03.2026;08:00;Kommen\nf1;02.03.2026;17:00;Gehen';
    const guessed = await harness.run(text, { isDryRun: true });
    expect(guessed.counts).toMatchObject({ refusedRows: 2 });
    expect((await harness.jobs.issues(guessed.id, 1))[0]?.reason).toContain('say so');
    expect((await harness.run(text, { dateFormat: 'DMY' })).counts).toMatchObject({ newMarks: 2, refusedRows: 0 });
  });

  it('may have a row with the way in and the way out, over midnight too, and headings that the caller names', async () => {
    const text =
      'Wer,Tag,Clock In,Clock Out\nf1,2026-04-01,08:00,16:30\nf1,2026-04-02,22:00,06:00\nf1,2026-04-03,08:00,\n';
    const columns = [
      { field: 'employeeNumber', header: 'wer' },
      { field: 'date', header: 'Tag' },
    ];
    expect((await harness.run(text, { columns })).counts).toMatchObject({ rows: 3, newMarks: 5, refusedRows: 0 });
  });

  it('that is a workbook is read as its cells are, dates, times and numbers too, and the second time is there already', async () => {
    await harness.people(2, '7');
    const bytes = await workbookOf([
      ['Personnel No.', 'Date', 'Time', 'State'],
      [71, dateCell('2026-05-04'), timeCell('08:58'), 'Check-In'],
      [71, dateCell('2026-05-04'), timeCell('17:03'), 'Check-Out'],
      ['72', '2026-05-05', '09:00', 'Check-In'],
      ['nobody', dateCell('2026-05-04'), timeCell('09:00'), 'Check-In'],
      [71, dateCell('2026-05-06'), 'noon', 'Check-In'],
    ]);
    const told = await harness.run(bytes, { isDryRun: true });
    const done = await harness.run(bytes);
    expect(done.counts).toMatchObject({ rows: 5, newMarks: 3, refusedRows: 2 });
    expect(done.counts).toEqual(told.counts);
    const issues = await harness.jobs.issues(done.id, 10);
    expect(issues.map(({ row, field }) => [row, field])).toEqual([
      [5, 'employeeNumber'],
      [6, 'dateTime'],
    ]);
    const range = { from: new Date('2026-05-01T00:00:00Z'), to: new Date('2026-05-08T00:00:00Z') };
    const events = await harness.context.db.attendanceEvents.listByEmployees(['id-of-71', 'id-of-72'], range);
    expect(events.map(({ employeeId, at, kind }) => [employeeId, at.toISOString(), kind]).sort()).toEqual([
      ['id-of-71', '2026-05-04T06:58:00.000Z', 'CHECK_IN'],
      ['id-of-71', '2026-05-04T15:03:00.000Z', 'CHECK_OUT'],
      ['id-of-72', '2026-05-05T07:00:00.000Z', 'CHECK_IN'],
    ]);
    expect((await harness.run(bytes)).counts).toMatchObject({ newMarks: 0, knownMarks: 3, refusedRows: 2 });
  });
});
