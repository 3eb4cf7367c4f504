import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DAY_STATUSES } from '@rollcall/contracts';
import type { FaceEngine } from '@rollcall/face-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findPhotos } from '../src/cli/demo/demo-photos.js';
import { fillDemo } from '../src/cli/demo/fill-demo.js';
import { addDays } from '../src/local-dates/date-range.js';
import { REPORT_KINDS } from '../src/modules/report/report-kinds.js';
import { durationText } from '../src/report-files/duration-text.js';
import type { ReportTable } from '../src/report-files/report-table.js';
import { WORDINGS } from '../src/report-files/wording/wordings.js';
import { EXPORT_FORMATS } from '../src/report-files/write-file.js';
import { newId } from '../src/services/open-rollcall-database.js';
import { askPython, installReaders } from './testing/file-readers.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

let api: TestApi;
let owner: Credentials;
let folder: string;
let noReader: string | null;
let to: string;
let from: string;

beforeAll(async () => {
  noReader = installReaders();
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-demo-'));
  const { database, clock } = api;
  const engine = lookingOnce(api.engine);
  const photos = await findPhotos();
  to = clock.now().toISOString().slice(0, 10);
  from = addDays(to, -30);
  const result = await fillDemo({ database, engine, photos, now: clock.now, newId, onProgress: () => undefined });
  expect(result.marks.RECORDED).toBeGreaterThan(300);
}, 900_000);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.stop();
});

/** The engine itself, which looks at each picture once: the demo shows the same 37 pictures hundreds of times. */
function lookingOnce(engine: FaceEngine): FaceEngine {
  const known = new Map<string, ReturnType<FaceEngine['capture']>>();
  const capture: FaceEngine['capture'] = (image, options) => {
    const key = createHash('sha256').update(image).update(JSON.stringify(options)).digest('hex');
    const answer = known.get(key) ?? engine.capture(image, options);
    known.set(key, answer);
    return answer;
  };
  return new Proxy(engine, {
    get: (target, name) => {
      const value = Reflect.get(target, name, target);
      return name === 'capture' ? capture : typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

const DAYS = `query ($filter: AttendanceDayFilter) { attendanceDays(filter: $filter, first: 1) { totalCount } }`;
const REQUEST = 'mutation ($input: RequestExportInput!) { requestExport(input: $input) { path } }';

it('shows every status, by its filter', async () => {
  for (const status of DAY_STATUSES) {
    const variables = { filter: { statuses: [status], from, to } };
    const { data, text } = await api.client.send({ query: DAYS, variables }, owner);
    expect(data?.attendanceDays.totalCount, `${status} ${text}`).toBeGreaterThan(0);
  }
});

/** Reads each file as another program does: how many rows, the sum of each column, and what the row of totals says. */
const READ = `
import csv, datetime, json, sys, openpyxl, pypdf
def number(value):
    if isinstance(value, datetime.timedelta): return round(value.total_seconds() / 60)
    if isinstance(value, datetime.time): return value.hour * 60 + value.minute
    return value if isinstance(value, (int, float)) else None
def total(rows, index, of):
    found = [of(row[index]) for row in rows]
    return sum(value for value in found if value is not None)
def read(file):
    if file['format'] == 'CSV':
        with open(file['path'], newline='', encoding='utf-8') as lines:
            head, *rows = list(csv.reader(lines, strict=True))
        if any(len(row) != len(head) for row in rows): raise ValueError('ragged')
        text = lambda value: float(value) if value != '' else None
        return {'columns': len(head), 'rows': len(rows), 'sums': [total(rows, i, text) for i in file['summed']]}
    if file['format'] == 'XLSX':
        head, *rows = list(openpyxl.load_workbook(file['path'], data_only=True).active.iter_rows(values_only=True))
        last = rows.pop()
        return {'columns': len(head), 'rows': len(rows), 'sums': [total(rows, i, number) for i in file['summed']],
                'totals': [number(last[i]) for i in file['summed']]}
    return {'pages': [page.extract_text() for page in pypdf.PdfReader(file['path']).pages]}
print(json.dumps([read(file) for file in json.load(open(sys.argv[1]))]))
`;

interface ReadFile {
  readonly columns: number;
  readonly rows: number;
  readonly sums: readonly number[];
  readonly totals?: readonly number[];
  readonly pages: readonly string[];
}

async function fetchFile(kind: string, format: string): Promise<Buffer> {
  const { data, text } = await api.client.ask(REQUEST, { kind, format, from, to }, owner);
  const response = await fetch(`${api.url}${data?.requestExport.path}`);
  expect(response.status, `${kind} ${format} ${text}`).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

it.each(REPORT_KINDS)(
  'exports %s in each form, with totals that are the sums of its rows for other programs',
  async (kind) => {
    const table = JSON.parse((await fetchFile(kind, 'JSON')).toString('utf8')) as ReportTable;
    expect(table.rows.length).toBeGreaterThan(0);
    const summed = table.columns.flatMap(({ key }, index) => (key in table.totals ? [index] : []));
    const keys = summed.map((index) => table.columns[index]?.key ?? '');
    const sums = keys.map((key) => table.rows.reduce((sum, row) => sum + Number(row[key] ?? 0), 0));
    expect(sums).toEqual(keys.map((key) => table.totals[key]));
    if (noReader !== null) return;
    const files = [];
    for (const format of EXPORT_FORMATS.filter((one) => one !== 'JSON')) {
      const file = path.join(folder, `${kind}.${format.toLowerCase()}`);
      writeFileSync(file, await fetchFile(kind, format));
      files.push({ format, path: file, summed });
    }
    const list = path.join(folder, `${kind}.list.json`);
    writeFileSync(list, JSON.stringify(files));
    const [csv, xlsx, pdf] = await askPython<ReadFile[]>(READ, list);
    const expected = { columns: table.columns.length, rows: table.rows.length, sums };
    expect(csv).toEqual(expected);
    expect(xlsx).toEqual({ ...expected, totals: sums });
    const text = pdf?.pages.join('\n') ?? '';
    expect(text).toContain(`${table.rows.length} rows`);
    for (const [position, index] of summed.entries()) {
      const sum = sums[position] ?? 0;
      expect(text).toContain(table.columns[index]?.type === 'MINUTES' ? durationText(sum) : String(sum));
    }
  },
);

/** The texts of a column as another program reads them: of a workbook all cells, of pages all that is on them. */
const READ_STATUSES = `
import json, sys, openpyxl, pypdf
asked = json.load(open(sys.argv[1]))
rows = openpyxl.load_workbook(asked['xlsx'], data_only=True).active.iter_rows(min_row=2, values_only=True)
pages = [page.extract_text() for page in pypdf.PdfReader(asked['pdf']).pages]
print(json.dumps({'cells': sorted({row[asked['column']] for row in rows if row[asked['column']]}), 'text': ' '.join(pages)}))
`;

it('has every status in the register in each form: as a code for programs, in words for people', async () => {
  const table = JSON.parse((await fetchFile('REGISTER', 'JSON')).toString('utf8')) as ReportTable;
  const codes = [...new Set(table.rows.map(({ status }) => String(status)))].sort();
  expect(codes).toEqual([...DAY_STATUSES].sort());
  const csv = (await fetchFile('REGISTER', 'CSV')).toString('utf8');
  expect(DAY_STATUSES.filter((status) => !csv.includes(`,${status},`))).toEqual([]);
  if (noReader !== null) return;
  const [xlsx, pdf] = [path.join(folder, 'statuses.xlsx'), path.join(folder, 'statuses.pdf')];
  writeFileSync(xlsx, await fetchFile('REGISTER', 'XLSX'));
  writeFileSync(pdf, await fetchFile('REGISTER', 'PDF'));
  const asked = path.join(folder, 'statuses.json');
  const column = table.columns.findIndex(({ key }) => key === 'status');
  writeFileSync(asked, JSON.stringify({ xlsx, pdf, column }));
  const { cells, text } = await askPython<{ cells: string[]; text: string }>(READ_STATUSES, asked);
  const words = Object.values(WORDINGS.EN.statuses).map((status) => status.text);
  expect(cells).toEqual([...words].sort());
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
});
