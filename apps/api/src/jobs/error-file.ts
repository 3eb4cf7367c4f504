import type { Job, JobIssue } from '@rollcall/db';
import { csvLine } from '../files/csv-text.js';
import type { ServiceContext } from '../services/service-context.js';

/** How long the files of a job can be fetched. */
export const JOB_FILE_RETENTION_MS = 30 * 24 * 3_600_000;

/** When what is kept of a refused row goes, like the file of it. */
export const issueExpiry = (now: Date): Date => new Date(now.getTime() + JOB_FILE_RETENTION_MS);

const HEADINGS = ['row', 'field', 'code', 'reason', 'original'];
/** Spreadsheets take a CSV file for UTF-8 if it says so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Writes what was refused as CSV: row, field, code, reason and the row as it stood. Null if nothing was. */
export async function writeErrorFile({ db, now, newId }: ServiceContext, job: Job): Promise<string | null> {
  if ((await db.jobIssues.listByJob(job.id, 1)).length === 0) return null;
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + JOB_FILE_RETENTION_MS);
  const described = { fileName: 'refused-rows.csv', mediaType: 'text/csv; charset=utf-8', createdAt, expiresAt };
  const { id } = await db.blobs.write(lines(db.jobIssues.readByJob(job.id)), { id: newId(), ...described });
  return id;
}

async function* lines(issues: AsyncIterable<JobIssue>): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(HEADINGS));
  for await (const { row, field, code, reason, original } of issues)
    yield Buffer.from(csvLine([row, field, code, reason, original]));
}
