import { PassThrough, Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FileSource } from './file-source.js';
import { MAX_PDF_ROWS } from './pdf/write-pdf.js';
import type { FileStyle } from './report-locale.js';
import { column, type ReportRow } from './report-table.js';
import { EXPORT_FORMATS, type ExportFormat, writeFile } from './write-file.js';

const ABOUT = {
  ...{ organisation: 'Company', kind: 'REGISTER', from: '2026-03-01', to: '2026-03-31', timeZone: null },
  createdAt: new Date('2026-04-01T08:00:00Z'),
};
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
const SOURCE: FileSource = { about: ABOUT, columns: COLUMNS, rows: ROWS };

async function written(format: ExportFormat, source: FileSource, style?: FileStyle) {
  const out = new PassThrough();
  const chunks: Buffer[] = [];
  out.on('data', (chunk: Buffer) => chunks.push(chunk));
  const result = await writeFile(format, source, out, style);
  return { result, bytes: Buffer.concat(chunks) };
}

describe('a written file', () => {
  it.each(EXPORT_FORMATS)('as %s counts its rows and sums what it wrote', async (format) => {
    const { result } = await written(format, SOURCE);
    expect(result.rowCount).toBe(3);
    expect(result.totals).toEqual({ workedMinutes: 541, days: 3 });
  });

  it('as CSV is RFC 4180 and holds no formula', async () => {
    const { bytes } = await written('CSV', SOURCE);
    expect(bytes.toString('utf8')).toBe(
      'name,workDate,workedMinutes,days\r\n' +
        '"Ada, ""Countess""",2026-03-02,480,1\r\n' +
        '"\'=HYPERLINK(""x"")",2026-03-03,61,2\r\n' +
        'नमस्ते مرحبا,,,0\r\n',
    );
  });

  it('as CSV for a German spreadsheet has a byte order mark, semicolons, German headings and durations', async () => {
    const { bytes } = await written('CSV', SOURCE, { locale: 'DE', csvDialect: 'SPREADSHEET' });
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFFName;Arbeitstag;Arbeitszeit;Tage');
    expect(lines[2]).toContain(';2026-03-03;1:01;2');
  });

  it('says what codes mean in its language where people read, and keeps them where programs do', async () => {
    const columns = [
      column('2026-03-02'),
      ...['status', 'flags', 'kind', 'detail', 'payClass'].map((key) => column(key)),
    ];
    const row = {
      ...{ '2026-03-02': 'PRESENT ABSENT', status: 'ON_LEAVE', flags: 'LATE_ENTRY CORRECTED NEW_ONE' },
      ...{ kind: 'OFF_SHIFT_MARK', detail: 'NO_SHIFT', payClass: 'PAID_LEAVE' },
    };
    const source = { about: ABOUT, columns, rows: [row] };
    const lineIn = async (csvDialect: 'PROGRAM' | 'SPREADSHEET', of: FileSource) => {
      const { bytes } = await written('CSV', of, { locale: 'DE', csvDialect });
      return bytes.toString('utf8').split('\r\n')[1];
    };
    expect(await lineIn('SPREADSHEET', source)).toBe(
      'anwesend, fehlt;Urlaub;Verspätet gekommen, Korrigiert, NEW_ONE;' +
        'Buchung außerhalb jeder Schicht;Keine Schicht an diesem Tag;Bezahlter Urlaub',
    );
    expect(await lineIn('PROGRAM', source)).toBe(Object.values(row).join(','));
    const forPayroll = { ...source, columns: [{ ...column('payClass'), heading: 'Earnings' }] };
    expect(await lineIn('SPREADSHEET', forPayroll)).toBe('PAID_LEAVE');
  });

  it('as JSON is one readable document, also without rows', async () => {
    const { bytes } = await written('JSON', SOURCE);
    expect(JSON.parse(bytes.toString('utf8'))).toEqual({
      columns: COLUMNS,
      rows: ROWS,
      totals: { workedMinutes: 541, days: 3 },
    });
    const empty = await written('JSON', { ...SOURCE, rows: [] });
    expect(JSON.parse(empty.bytes.toString('utf8'))).toMatchObject({ rows: [], totals: { days: 0 } });
  });

  it('as PDF says no to more rows than it can show, naming the field', async () => {
    function* many(): Generator<ReportRow> {
      for (let count = 0; count <= MAX_PDF_ROWS; count += 1) yield { name: 'x', days: 1 };
    }
    const source = { about: ABOUT, columns: [column('name'), column('days', 'COUNT')], rows: many() };
    await expect(written('PDF', source)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { field: 'format' },
    });
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
        done(taken > 10_000 ? new Error('gone') : null);
      },
    });
    await expect(writeFile(format, { ...SOURCE, rows: endless() }, reader)).rejects.toThrow('gone');
    const askedThen = asked;
    await nextTurn();
    expect(asked).toBe(askedThen);
  });
});
