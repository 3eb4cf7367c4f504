import { type DbSession, type Employee, type JobEnd, numberKey } from '@rollcall/db';
import { limitOf } from '../../access/read-limit.js';
import { issueExpiry, writeErrorFile } from '../../jobs/error-file.js';
import { jobActor } from '../../jobs/job-actor.js';
import type { JobRun } from '../../jobs/job-handler.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import { JOB_ACTIONS, jobTarget } from '../job/job.service.js';
import type { EmployeeFile } from './employee-file.reader.js';
import { type EmployeeImportCounts, NO_COUNTS } from './employee-import.types.js';
import type { FieldIssue, ParsedEmployee } from './employee-row.parser.js';
import { decideUpsert, type Upsert } from './employee-upsert.js';
import type { FaceImport } from './face-import.js';

/** Where a runner goes on: so many rows of the stage are done. */
type Cursor = { readonly stage: 'PEOPLE' | 'FACES'; readonly done: number };

const BATCH_ROWS = 100;
/** What of a row the verdict on a day depends on. */
const JUDGED_BY = ['siteId', 'joiningDate', 'leavingDate'] as const;

/** One run of one import: first all people, then their consents and faces, then the error file. */
export class EmployeeImportRun {
  private counts: EmployeeImportCounts;
  /** Whose days the batch at work may judge differently. */
  private moved: string[] = [];

  constructor(
    private readonly context: ServiceContext,
    private readonly work: JobRun,
    private readonly file: EmployeeFile,
    private readonly faces: FaceImport,
    private readonly days: AttendanceDayService,
  ) {
    this.counts = work.job.isDryRun ? NO_COUNTS : { ...NO_COUNTS, ...work.job.counts };
  }

  async run(): Promise<Omit<JobEnd, 'failure'>> {
    const { job } = this.work;
    const cursor = job.cursor as Cursor | null;
    if (job.isDryRun) {
      await this.context.db.jobIssues.deleteByJob(job.id);
      await this.importPeople(0);
    } else if (cursor?.stage !== 'FACES') await this.importPeople(cursor?.done ?? 0);
    await this.importFaces(cursor?.stage === 'FACES' && !job.isDryRun ? cursor.done : 0);
    return { counts: this.counts, errorFileId: await writeErrorFile(this.context, job) };
  }

  private async importPeople(done: number): Promise<void> {
    const { rows } = this.file;
    const sites = await this.context.db.sites.listAll();
    const firstSiteId = sites.find(({ isArchived }) => !isArchived)?.id ?? null;
    for (let start = done; start < rows.length; start += BATCH_ROWS) {
      this.work.throwIfStopped();
      const batch = rows.slice(start, start + BATCH_ROWS);
      const before = this.counts;
      await this.context.db.withTransaction(async (session) => {
        this.counts = before;
        this.moved = [];
        for (const row of batch) await this.importRow(row, firstSiteId, session);
        await this.days.rebuildChanged(this.moved, null, 'EMPLOYEE_UPDATED', session);
        await this.checkpoint('PEOPLE', start + batch.length, rows.length, session);
      });
    }
  }

  private async importRow(parsed: ParsedEmployee, firstSiteId: string | null, session: DbSession): Promise<void> {
    const { row, original, employee, issues } = parsed;
    this.add({ rows: 1 });
    const upsert = employee === null ? null : await this.decide(parsed, firstSiteId, session);
    const refused = upsert === null ? issues : upsert.kind === 'REFUSE' ? [upsert.issue] : [];
    if (refused.length > 0) this.add({ refusedRows: 1 });
    await this.note(row, original, refused, session);
    if (upsert !== null) await this.write(upsert, session);
  }

  private async decide(
    { employee }: ParsedEmployee,
    firstSiteId: string | null,
    session: DbSession,
  ): Promise<Upsert | null> {
    if (employee === null) return null;
    const { employees } = this.context.db;
    const limit = limitOf(jobActor(this.work.job));
    const byNumber = await employees.findByNumber(employee.number, { session });
    const [byExternalId = null] =
      employee.externalId === null ? [] : await employees.listByExternalIds([employee.externalId], { session });
    return decideUpsert(employee, { byNumber, byExternalId }, limit, firstSiteId);
  }

  private async write(upsert: Upsert, session: DbSession): Promise<void> {
    const { db, now, newId } = this.context;
    const { isDryRun } = this.work.job;
    const at = now();
    if (upsert.kind === 'CREATE') {
      this.add({ created: 1 });
      if (isDryRun) return;
      const created = { id: newId(), ...upsert.employee, createdAt: at, updatedAt: at };
      await db.employees.insert(created, { session });
      await this.witness('EMPLOYEE_CREATED', created.id, {}, session);
    } else if (upsert.kind === 'UPDATE') {
      this.add({ updated: 1 });
      if (isDryRun) return;
      const { id, version, change } = upsert;
      await db.employees.update(id, change, { version, now: at }, { session });
      if (JUDGED_BY.some((field) => change[field] !== undefined)) this.moved.push(id);
      await this.witness('EMPLOYEE_UPDATED', id, { fields: Object.keys(change) }, session);
    } else if (upsert.kind === 'NONE') this.add({ unchanged: 1 });
  }

  private async importFaces(done: number): Promise<void> {
    const { rows, photos, strays } = this.file;
    const asked = rows.filter(
      ({ employee }) => employee !== null && (employee.consent !== null || photos.has(numberKey(employee.number))),
    );
    const refused = await this.refusedRows();
    if (done === 0) await this.noteStrays(strays.map(({ fileName }) => fileName));
    for (const [index, parsed] of asked.entries()) {
      // A row that was refused must not put its photo on whoever else has that number.
      if (index < done || parsed.employee === null || refused.has(parsed.row)) continue;
      this.work.throwIfStopped();
      const person = await this.storedPerson(parsed.employee.number);
      const entries = photos.get(numberKey(parsed.employee.number)) ?? [];
      const { counts, issues } = await this.faces.import(parsed.employee, person, entries);
      await this.context.db.withTransaction(async (session) => {
        await this.note(parsed.row, parsed.original, issues, session);
        await this.checkpoint('FACES', index + 1, asked.length, session, this.sum(counts));
      });
      this.add(counts);
    }
    if (this.work.job.isDryRun) return;
    const { job } = this.work;
    await this.context.db.withTransaction(async (session) => {
      await this.checkpoint('FACES', asked.length, asked.length, session);
      const witnessed = { action: JOB_ACTIONS[job.kind], target: jobTarget(job.id), details: { ...this.counts } };
      await this.context.db.audit.insert(auditEntry(this.context, jobActor(job), witnessed), { session });
    });
  }

  private async refusedRows(): Promise<ReadonlySet<number>> {
    const rows = new Set<number>();
    for await (const { row } of this.context.db.jobIssues.readByJob(this.work.job.id)) rows.add(row);
    return rows;
  }

  /** Null: this is a dry run and the person is not there yet. */
  private async storedPerson(number: string): Promise<Employee | null> {
    return this.context.db.employees.findByNumber(number);
  }

  private async noteStrays(fileNames: readonly string[]): Promise<void> {
    const reason = 'No row has the number that this photo is named after.';
    const issues = fileNames.map(() => ({ field: 'photo', code: 'STRAY_PHOTO', reason }));
    await this.context.db.withTransaction(async (session) => {
      for (const [index, issue] of issues.entries()) await this.note(0, fileNames[index] ?? '', [issue], session);
      await this.checkpoint('FACES', 0, null, session, this.sum({ strayPhotos: fileNames.length }));
    });
    this.add({ strayPhotos: fileNames.length });
  }

  private async note(row: number, original: string, issues: readonly FieldIssue[], session: DbSession): Promise<void> {
    const { db, newId, now } = this.context;
    const place = { jobId: this.work.job.id, row, original, expiresAt: issueExpiry(now()) };
    await db.jobIssues.insertMany(
      issues.map((issue) => ({ id: newId(), ...place, ...issue })),
      { session },
    );
  }

  private async checkpoint(
    stage: Cursor['stage'],
    done: number,
    total: number | null,
    session: DbSession,
    counts = this.counts,
  ): Promise<void> {
    const point = { counts, progress: { stage, done, total }, cursor: { stage, done } };
    await this.work.checkpoint(point, session);
  }

  private async witness(action: string, id: string, details: object, session: DbSession): Promise<void> {
    const witnessed = { action, target: employeeTarget(id), details: { ...details, importId: this.work.job.id } };
    await this.context.db.audit.insert(auditEntry(this.context, jobActor(this.work.job), witnessed), { session });
  }

  private add(more: Partial<EmployeeImportCounts>): void {
    this.counts = this.sum(more);
  }

  private sum(more: Partial<EmployeeImportCounts>): EmployeeImportCounts {
    const names = Object.keys(this.counts) as (keyof EmployeeImportCounts)[];
    return Object.fromEntries(
      names.map((name) => [name, this.counts[name] + (more[name] ?? 0)]),
    ) as EmployeeImportCounts;
  }
}
