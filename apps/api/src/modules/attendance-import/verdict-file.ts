import { csvLine, csvLines } from '../../files/csv-text.js';
import { JOB_FILE_RETENTION_MS } from '../../jobs/error-file.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { JudgedRow } from './mark-judge.js';

export interface RowVerdict {
  readonly row: JudgedRow;
  /** How many of its marks would be new. */
  readonly newMarks: number;
}

const HEADINGS = ['row', 'verdict', 'field', 'code', 'reason', 'original'];
const BYTE_ORDER_MARK = '\uFEFF';

/** What a dry run says of each row: NEW, KNOWN (nothing would be added) or REFUSED with the reason. */
export class VerdictFile {
  constructor(private readonly context: ServiceContext) {}

  /** @returns the id of the blob */
  async write(verdicts: AsyncIterable<readonly RowVerdict[]>): Promise<string> {
    const { db, now, newId } = this.context;
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + JOB_FILE_RETENTION_MS);
    const described = { fileName: 'dry-run.csv', mediaType: 'text/csv; charset=utf-8', createdAt, expiresAt };
    return (await db.blobs.write(lines(verdicts), { id: newId(), ...described })).id;
  }
}

async function* lines(verdicts: AsyncIterable<readonly RowVerdict[]>): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + csvLine(HEADINGS));
  for await (const batch of verdicts) yield Buffer.from(csvLines(batch.map(cellsOf)));
}

function cellsOf({ row, newMarks }: RowVerdict): readonly (string | number | null)[] {
  const [issue] = row.issues;
  if (issue !== undefined) return [row.row, 'REFUSED', issue.field, issue.code, issue.reason, row.original];
  return [row.row, newMarks > 0 ? 'NEW' : 'KNOWN', null, null, null, row.original];
}
