import { createHash } from 'node:crypto';
import { momentOfLocalTime } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import { type DbSession, type Device, type Employee, type JobIssue, numberKey, type Site } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isOwnSite } from '../../access/visible-records.js';
import { shortened } from '../../files/table-row.js';
import { issueExpiry } from '../../jobs/error-file.js';
import { addDays } from '../../local-dates/date-range.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { DeviceService } from '../device/device.service.js';
import type { SourceRow } from './device-log.types.js';
import { importedEvent, importedEventId } from './imported-event.js';
import { type JudgedRow, judgeRow, numberCandidates } from './mark-judge.js';
import { provenThrough, QUIET_MS, quietSince } from './terminal-quiet.js';
import { parseZktecoPushLine } from './zkteco-log.parser.js';

/** What came of a push: every line is in one of the three. */
export interface PushResult {
  readonly newMarks: number;
  readonly knownMarks: number;
  readonly refusedLines: number;
}

/** Lines in one transaction: a terminal that was away for long sends tens of thousands. */
const BATCH_LINES = 200;
const ALL_DATES = { from: '0001-01-01', to: '9999-12-31' };
/** A mark of the last minutes tells how the terminal's clock stands; older ones were waiting. */
const FRESH_MS = 2 * 60_000;

const listName = (deviceId: string): string => `device:${deviceId}`;

/** Takes what terminals push. A line counts as taken when it is stored, as a mark or among the refused ones. */
export class DevicePushService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly devices: DeviceService,
  ) {}

  /**
   * The registered device of a serial number; null: nobody knows it, or it was retired. Notes that it was heard of, and what
   * that proves: a terminal that calls all the time and sends nothing old has sent all but the marks of the last minutes.
   *
   * @param hasLines whether it is about to send marks: then nothing is proven until they are stored
   */
  async recognise(serialNumber: string, hasLines: boolean): Promise<Device | null> {
    const { db, now } = this.context;
    const device = await db.devices.findBySerialNumber(serialNumber);
    if (device === null) return null;
    const at = now();
    const since = quietSince(device, at);
    if (!hasLines) {
      const syncedThroughAt = provenThrough(device, since, at);
      return this.devices.noteContactOf(device, { at, quietSinceAt: since, syncedThroughAt });
    }
    // Should they not be stored, the terminal has something old to send.
    await db.devices.noteContact(device.id, { at, quietSinceAt: at });
    return { ...device, lastSeenAt: at, quietSinceAt: since };
  }

  /**
   * Stores the lines of an ATTLOG table. Lines that were sent before add nothing; what cannot be a mark is kept with its
   * reason. When all of it is stored the stamp is noted, and what the push proves: fresh marks go on as if it had been quiet,
   * older ones mean that more may be waiting.
   */
  async take(device: Device, text: string, stamp: string | null): Promise<PushResult> {
    const rows = rowsOf(text);
    let total: PushResult = { newMarks: 0, knownMarks: 0, refusedLines: 0 };
    for (let start = 0; start < rows.length; start += BATCH_LINES) {
      const { result, judged } = await this.takeBatch(device, rows.slice(start, start + BATCH_LINES));
      await this.context.db.jobIssues.insertOnce(
        judged.flatMap((row) => refusalsOf(device, row, issueExpiry(this.context.now()))),
      );
      total = add(total, result);
    }
    const at = this.context.now();
    const moments = await this.momentsOf(device, rows);
    const clockOffsetMs = clockOffset(moments, at) ?? device.clockOffsetMs;
    const isFresh = moments.length === rows.length && moments.every((moment) => at.getTime() - moment < QUIET_MS);
    const since = isFresh ? quietSince(device, at) : at;
    const syncedThroughAt = provenThrough({ clockOffsetMs }, since, at);
    const pushStamp = stamp?.slice(0, 64);
    await this.devices.noteContactOf(device, { at, clockOffsetMs, pushStamp, quietSinceAt: since, syncedThroughAt });
    return total;
  }

  /** Lines of a device that are no marks, with the reason. @throws DomainError NOT_FOUND */
  async refusals(actor: Actor, deviceId: string, limit: number): Promise<readonly JobIssue[]> {
    authorise(actor, 'employees:write');
    const device = await this.deviceOf(actor, deviceId);
    return this.context.db.jobIssues.listByJob(listName(device.id), limit);
  }

  /**
   * Judges the refused lines of a device once more, for example after a missing employee was entered. Those from the
   * future stay: the clock of the device was wrong, so nobody knows when they were.
   *
   * @throws DomainError NOT_FOUND
   */
  async retry(actor: Actor, deviceId: string): Promise<PushResult> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const device = await this.deviceOf(actor, deviceId);
    let total: PushResult = { newMarks: 0, knownMarks: 0, refusedLines: 0 };
    let batch: JobIssue[] = [];
    const flush = async (): Promise<void> => {
      const { result, judged } = await this.takeBatch(
        device,
        batch.map(({ original }, index) => rowOf(original, index + 1)),
      );
      const taken = batch.filter((_, index) => judged[index]?.issues.length === 0).map(({ id }) => id);
      if (taken.length > 0) await db.jobIssues.deleteByIds(taken);
      total = add(total, result);
      batch = [];
    };
    for await (const issue of db.jobIssues.readByJob(listName(device.id))) {
      if (issue.code === 'IN_FUTURE') continue;
      batch.push(issue);
      if (batch.length === BATCH_LINES) await flush();
    }
    if (batch.length > 0) await flush();
    const witnessed = {
      action: 'DEVICE_LINES_RETRIED',
      target: { kind: 'DEVICE', id: deviceId },
      details: { ...total },
    };
    await db.audit.insert(auditEntry(this.context, actor, witnessed));
    return total;
  }

  private async deviceOf(actor: Actor, id: string): Promise<Device> {
    const device = await this.context.db.devices.getById(id);
    if (!isOwnSite(actor, device.siteId)) throw new DomainError('NOT_FOUND');
    return device;
  }

  private async takeBatch(device: Device, rows: readonly SourceRow[]) {
    const { db, now } = this.context;
    const sites = await db.sites.listAll();
    const site = sites.find(({ id }) => id === device.siteId) ?? null;
    const employees = await this.employeesOf(rows);
    const isLocked = await this.days.locksFor(ALL_DATES);
    const place = { sites, site, timeZone: null, asOf: now(), isLocked, deviceId: device.id };
    const judged = rows.map((row) => judgeRow(row, { ...place, employees }));
    const newMarks = await retryDuplicate(() =>
      db.withTransaction((session) => this.store(device, judged, [...employees.values()], session)),
    );
    const marks = judged.flatMap((row) => row.marks).length;
    const refusedLines = judged.filter((row) => row.issues.length > 0).length;
    return { judged, result: { newMarks, knownMarks: marks - newMarks, refusedLines } };
  }

  private async employeesOf(rows: readonly SourceRow[]): Promise<ReadonlyMap<string, Employee>> {
    const numbers = rows.flatMap((row) => row.marks.flatMap((mark) => numberCandidates(mark.employeeNumber)));
    const found = await this.context.db.employees.listByNumbers(numbers);
    const known = found.filter(({ status }) => status !== 'ERASED');
    return new Map(known.map((employee) => [numberKey(employee.number), employee]));
  }

  /** Marks and their days, together. @returns how many marks were not there */
  private async store(
    device: Device,
    judged: readonly JudgedRow[],
    employees: readonly Employee[],
    session: DbSession,
  ): Promise<number> {
    const { db, now } = this.context;
    const marks = new Map(judged.flatMap((row) => row.marks.map((mark) => [importedEventId(mark), mark] as const)));
    for (const known of await db.attendanceEvents.listTaken([...marks.keys()], { session })) marks.delete(known);
    const origin = { importId: null, actor: { kind: 'DEVICE', id: device.id }, recordedAt: now() } as const;
    const events = [...marks.values()].map((mark) => importedEvent(mark, origin));
    await db.attendanceEvents.insertMany(events, { session });
    for (const employee of employees) {
      const dates = events
        .filter((event) => event.employeeId === employee.id)
        .map((event) => event.localDate)
        .sort();
      const [from, to] = [dates[0], dates.at(-1)];
      if (from === undefined || to === undefined) continue;
      const range = { from: addDays(from, -1), to: addDays(to, 1) };
      await this.days.rebuildIn([employee], range, now(), session, 'FACTS');
    }
    return events.length;
  }

  /** When the marks were made, by the clock of the terminal; lines that cannot be read have none. */
  private async momentsOf(device: Device, rows: readonly SourceRow[]): Promise<readonly number[]> {
    const sites = await this.context.db.sites.listAll();
    return rows.flatMap((row) => row.marks).map((mark) => momentAt(mark.localDateTime, device, sites));
  }
}

/** Its clock minus ours, as its newest mark tells it; null if that mark was waiting for long. */
function clockOffset(moments: readonly number[], at: Date): number | null {
  // Not spread into arguments: a terminal that was away for long sends more lines than a call can take.
  const newest = moments.reduce((latest, moment) => Math.max(latest, moment), Number.NEGATIVE_INFINITY);
  const offsetMs = newest - at.getTime();
  return Number.isFinite(offsetMs) && offsetMs > -FRESH_MS ? offsetMs : null;
}

function momentAt(localDateTime: string, device: Device, sites: readonly Site[]): number {
  const timeZone = sites.find(({ id }) => id === device.siteId)?.timeZone ?? 'UTC';
  const [date, time] = [localDateTime.slice(0, 10), localDateTime.slice(11, 16)];
  return Date.parse(momentOfLocalTime({ date, time, timeZone })) + Number(localDateTime.slice(17, 19)) * 1_000;
}

const rowsOf = (text: string): readonly SourceRow[] =>
  text.split(/\r\n|\n|\r/).flatMap((line, index) => (line.trim() === '' ? [] : [rowOf(line, index + 1)]));

function rowOf(line: string, row: number): SourceRow {
  const result = parseZktecoPushLine(line, row);
  const place = { row, original: shortened(line.trim()) };
  return 'reason' in result ? { ...place, marks: [], errors: [result] } : { ...place, marks: [result], errors: [] };
}

/** The same line of a device is one refusal, however often it is sent. */
function refusalsOf(device: Device, { issues, original, row }: JudgedRow, expiresAt: Date): readonly JobIssue[] {
  const [issue] = issues;
  if (issue === undefined) return [];
  const id = createHash('sha256').update(`${device.id}|${original}`).digest('hex').slice(0, 32);
  const { field, code, reason } = issue;
  return [{ id, jobId: listName(device.id), row, field, code, reason, original, expiresAt }];
}

const add = (a: PushResult, b: PushResult): PushResult => ({
  newMarks: a.newMarks + b.newMarks,
  knownMarks: a.knownMarks + b.knownMarks,
  refusedLines: a.refusedLines + b.refusedLines,
});
