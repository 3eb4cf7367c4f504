import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { FileSource } from './file-source.js';
import { headingOf } from './heading.js';
import { column, type ReportRow } from './report-table.js';
import { EXPORT_FORMATS, type ExportFormat, writeFile } from './write-file.js';

const COLUMNS = [
  column('name'),
  column('workDate', 'DATE'),
  column('workedMinutes', 'MINUTES'),
  column('days', 'COUNT'),
];
const ROWS: readonly ReportRow[] = [
  { name: 'Ada, "Countess"', workDate: '2026-03-02', workedMinutes: 480, days: 1 },
  { name: '=HYPERLINK("x")', workDate: '2026-03-03', workedMinutes: 61, days: 2 },
  { name: 'नमस्ते مرحبا', workDate: null, workedMinutes: null, days: 0 },
];

async function written(format: ExportFormat, source: FileSource) {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const result = await writeFile(format, source, out);
  return { result, bytes: Buffer.concat(chunks) };
}

describe('a written file', () => {
  it.each(EXPORT_FORMATS)('as %s counts its rows and sums what it wrote', async (format) => {
    const { result } = await written(format, { columns: COLUMNS, rows: ROWS });
    expect(result.rowCount).toBe(3);
    expect(result.totals).toEqual({ workedMinutes: 541, days: 3 });
  });

  it('as CSV is RFC 4180 and holds no formula', async () => {
    const { bytes } = await written('CSV', { columns: COLUMNS, rows: ROWS });
    expect(bytes.toString('utf8')).toBe(
      'name,workDate,workedMinutes,days\r\n' +
        '"Ada, ""Countess""",2026-03-02,480,1\r\n' +
        '"\'=HYPERLINK(""x"")",2026-03-03,61,2\r\n' +
        'नमस्ते مرحبا,,,0\r\n',
    );
  });

  it('as JSON is one readable document, also without rows', async () => {
    const { bytes } = await written('JSON', { columns: COLUMNS, rows: ROWS });
    expect(JSON.parse(bytes.toString('utf8'))).toEqual({
      columns: COLUMNS,
      rows: ROWS,
      totals: { workedMinutes: 541, days: 3 },
    });
    const empty = await written('JSON', { columns: COLUMNS, rows: [] });
    expect(JSON.parse(empty.bytes.toString('utf8'))).toMatchObject({ rows: [], totals: { days: 0 } });
  });

  it.each(EXPORT_FORMATS)('as %s stops when its reader goes away, and says so', async (format) => {
    let asked = 0;
    async function* endless(): AsyncGenerator<ReportRow> {
      for (;;) {
        asked += 1;
        yield { name: `row ${asked}`, workDate: '2026-03-02', workedMinutes: asked, days: 1 };
      }
    }
    let taken = 0;
    const reader = new Writable({
      write(chunk: Buffer, _encoding, done) {
        taken += chunk.length;
        done(taken > 100_000 ? new Error('gone') : null);
      },
    });
    await expect(writeFile(format, { columns: COLUMNS, rows: endless() }, reader)).rejects.toThrow('gone');
    const askedThen = asked;
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toBe(askedThen);
  });
});

it('a heading says in words what the key says, and leaves dates alone', () => {
  expect(headingOf('workedMinutes')).toBe('Worked minutes');
  expect(headingOf('number')).toBe('Number');
  expect(headingOf('2026-03-02')).toBe('2026-03-02');
});
