import { type DbSession, type Employee, type JobEnd, numberKey } from '@rollcall/db';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { issueExpiry, writeErrorFile } from '../../jobs/error-file.js';
import { jobActor } from '../../jobs/job-actor.js';
import type { JobRun } from '../../jobs/job-handler.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import { JOB_ACTIONS, jobTarget } from '../job/job.service.js';
import type { AttendanceImportOptions } from './attendance-import.types.js';
import type { SourceRow } from './device-log.types.js';
import { rebuildImportedDays } from './import-days.js';
import { importedEvent, importedEventId, type ResolvedMark } from './imported-event.js';
import { type JudgeContext, type JudgedRow, judgeRow, numberCandidates } from './mark-judge.js';
import { countRows, inBatches } from './row-batches.js';
import { SeenMarks } from './seen-marks.js';
import { type RowVerdict, VerdictFile } from './verdict-file.js';

/** What an import comes to. Rows that are neither refused nor empty hold new marks or known ones. */
export type ImportCounts = {
  readonly rows: number;
  readonly refusedRows: number;
  readonly newMarks: number;
  /** There already, or twice in the file. */
  readonly knownMarks: number;
};

/** Where a runner goes on: after the rows that were counted, or after this person. */
type Cursor = { readonly stage: 'MARKS' } | { readonly stage: 'DAYS'; readonly after: string };

const NONE: ImportCounts = { rows: 0, refusedRows: 0, newMarks: 0, knownMarks: 0 };
/** Rows in one transaction: enough to spare round trips, few enough to stay far below the server's limit of a minute. */
const BATCH_ROWS = 500;
const ALL_DATES = { from: '0001-01-01', to: '9999-12-31' };

/** One run of one import: the marks, then the days, then the files. */
export class AttendanceImportRun {
  private counts: ImportCounts;
  private total = 0;
  private place: Omit<JudgeContext, 'employees'> | null = null;

  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly work: JobRun,
    private readonly options: AttendanceImportOptions,
  ) {
    const { isDryRun, counts } = work.job;
    this.counts = isDryRun ? NONE : { ...NONE, ...counts };
  }

  /** @param rows reads the file from its beginning; called more than once */
  async run(rows: () => AsyncIterable<SourceRow>): Promise<Omit<JobEnd, 'failure'>> {
    const { job } = this.work;
    // To the end once before anything is written: a file that breaks off leaves nothing half done.
    this.total = await countRows(rows(), () => this.work.throwIfStopped());
    this.place = await this.loadPlace();
    if (job.isDryRun) return this.tell(rows());
    const cursor = job.cursor as Cursor | null;
    if (cursor?.stage !== 'DAYS') await this.importMarks(rows());
    await this.rebuildDays(cursor?.stage === 'DAYS' ? cursor.after : '');
    return { counts: this.counts, errorFileId: await writeErrorFile(this.context, job) };
  }

  private async loadPlace(): Promise<Omit<JudgeContext, 'employees'>> {
    const { db } = this.context;
    const { siteId, timeZone } = this.options;
    const sites = await db.sites.listAll();
    const site = siteId === null ? null : await db.sites.getById(siteId);
    // By the moment it was asked for, so that a run that goes on later judges as the one before.
    return { sites, site, timeZone, asOf: this.work.job.createdAt, isLocked: await this.days.locksFor(ALL_DATES) };
  }

  private async judge(batch: readonly SourceRow[]): Promise<readonly JudgedRow[]> {
    if (this.place === null) return [];
    const employees = await this.employeesOf(batch);
    const context = { ...this.place, employees };
    return batch.map((row) => judgeRow(row, context));
  }

  private async employeesOf(batch: readonly SourceRow[]): Promise<ReadonlyMap<string, Employee>> {
    const numbers = batch.flatMap((row) => row.marks.flatMap((mark) => numberCandidates(mark.employeeNumber)));
    const limit = limitOf(jobActor(this.work.job));
    const found = await this.context.db.employees.listByNumbers(numbers);
    const visible = found.filter((employee) => employee.status !== 'ERASED' && isVisible(limit, employee));
    return new Map(visible.map((employee) => [numberKey(employee.number), employee]));
  }

  /** Writes nothing but the verdicts. Always from the beginning: there is nothing to go on from. */
  private async tell(rows: AsyncIterable<SourceRow>): Promise<Omit<JobEnd, 'failure'>> {
    const { db } = this.context;
    const { job } = this.work;
    await db.jobIssues.deleteByJob(job.id);
    const seen = new SeenMarks();
    const verdicts = async function* (this: AttendanceImportRun): AsyncGenerator<readonly RowVerdict[]> {
      for await (const batch of inBatches(rows, BATCH_ROWS)) {
        this.work.throwIfStopped();
        const judged = await this.judge(batch);
        const taken = await db.attendanceEvents.listTaken(idsOf(judged));
        const isNew = (mark: ResolvedMark) => !taken.has(importedEventId(mark)) && seen.add(mark);
        const news = new Map(judged.map((row) => [row, row.marks.filter(isNew)]));
        this.count(judged, [...news.values()].flat().length);
        await db.jobIssues.insertMany(this.issuesOf(judged));
        await this.work.checkpoint({ counts: this.counts, progress: this.progress('MARKS') });
        yield judged.map((row) => ({ row, newMarks: news.get(row)?.length ?? 0 }));
      }
    };
    const resultFileId = await new VerdictFile(this.context).write(verdicts.call(this));
    return { counts: this.counts, resultFileId, errorFileId: await writeErrorFile(this.context, job) };
  }

  private async importMarks(rows: AsyncIterable<SourceRow>): Promise<void> {
    const { db } = this.context;
    for await (const batch of inBatches(rows, BATCH_ROWS, this.counts.rows)) {
      this.work.throwIfStopped();
      const judged = await this.judge(batch);
      const before = this.counts;
      // A device may push one of these marks in the same moment.
      await retryDuplicate(() =>
        db.withTransaction(async (session) => {
          this.counts = before;
          this.count(judged, await this.insertNew(judged, session));
          await db.jobIssues.insertMany(this.issuesOf(judged), { session });
          const cursor = { stage: 'MARKS' };
          await this.work.checkpoint({ counts: this.counts, progress: this.progress('MARKS'), cursor }, session);
        }),
      );
    }
  }

  /** @returns how many were not there */
  private async insertNew(judged: readonly JudgedRow[], session: DbSession): Promise<number> {
    const { db, now } = this.context;
    const { id, createdBy } = this.work.job;
    const origin = { importId: id, actor: createdBy, recordedAt: now() };
    const taken = await db.attendanceEvents.listTaken(idsOf(judged), { session });
    const events = new Map(judged.flatMap((row) => row.marks.map((mark) => [importedEventId(mark), mark] as const)));
    for (const known of taken) events.delete(known);
    await db.attendanceEvents.insertMany(
      [...events.values()].map((mark) => importedEvent(mark, origin)),
      { session },
    );
    return events.size;
  }

  private async rebuildDays(after: string): Promise<void> {
    const { db } = this.context;
    const { job } = this.work;
    let done = 0;
    await rebuildImportedDays(this.context, this.days, job.id, after, async (last, people) => {
      done += people;
      this.work.throwIfStopped();
      const progress = { stage: 'DAYS', done, total: null };
      await this.work.checkpoint({ progress, cursor: { stage: 'DAYS', after: last } });
    });
    await db.withTransaction(async (session) => {
      const witnessed = { action: JOB_ACTIONS[job.kind], target: jobTarget(job.id), details: { ...this.counts } };
      await this.work.checkpoint({ progress: this.progress('DONE') }, session);
      await db.audit.insert(auditEntry(this.context, jobActor(job), witnessed), { session });
    });
  }

  private count(judged: readonly JudgedRow[], newMarks: number): void {
    const marks = judged.reduce((sum, row) => sum + row.marks.length, 0);
    const refused = judged.filter((row) => row.issues.length > 0).length;
    this.counts = {
      rows: this.counts.rows + judged.length,
      refusedRows: this.counts.refusedRows + refused,
      newMarks: this.counts.newMarks + newMarks,
      knownMarks: this.counts.knownMarks + marks - newMarks,
    };
  }

  private progress(stage: string) {
    return { stage, done: this.counts.rows, total: this.total };
  }

  private issuesOf(judged: readonly JudgedRow[]) {
    const { newId, now } = this.context;
    const list = { jobId: this.work.job.id, expiresAt: issueExpiry(now()) };
    return judged.flatMap((row) => row.issues.map((issue) => ({ id: newId(), ...list, ...issue })));
  }
}

const idsOf = (judged: readonly JudgedRow[]): readonly string[] =>
  judged.flatMap((row) => row.marks.map((mark) => importedEventId(mark)));
