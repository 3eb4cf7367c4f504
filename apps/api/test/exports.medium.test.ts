import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../src/local-dates/date-range.js';
import { askPython, installReaders } from './testing/file-readers.js';
import { type Credentials, codeOf, NOBODY } from './testing/graphql-test-client.js';
import { createPerson, type Person } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const DAYS = 5;
const PEOPLE = 4;

let api: TestApi;
let owner: Credentials;
let folder: string;
let noReader: string | null;
let from: string;
const people: Person[] = [];
/** Minutes between the first and the last mark of each day, counted here and not by the product. */
let recounted = 0;

beforeAll(async () => {
  noReader = installReaders();
  api = await startTestApi();
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-exports-'));
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  from = addDays(new Date().toISOString().slice(0, 10), -20);
  const { repositories } = api.database;
  const siteId = (await repositories.sites.listAll())[0]?.id ?? '';
  for (let p = 0; p < PEOPLE; p += 1) {
    const person = await createPerson(api, owner, { joiningDate: from });
    people.push(person);
    for (let d = 0; d < DAYS; d += 1) {
      const localDate = addDays(from, d);
      const [inAt, outAt] = [`07:0${p}:00`, `15:${30 + d}:00`].map((time) => new Date(`${localDate}T${time}Z`));
      if (inAt === undefined || outAt === undefined) throw new Error('unreachable');
      recounted += Math.floor((outAt.getTime() - inAt.getTime()) / 60_000);
      for (const at of [inAt, outAt]) {
        const made = { id: randomUUID(), employeeId: person.id, siteId, kind: 'AUTO', at, recordedAt: at } as const;
        const none = { attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
        const rest = { source: 'API', assurance: 'IMPORT', actor: { kind: 'SYSTEM', id: 'test' } } as const;
        const place = { timeZone: 'Europe/Berlin', localDate, isVoid: false, isRemote: false };
        await repositories.attendanceEvents.insert({ ...made, ...none, ...rest, ...place });
      }
    }
  }
  const employees = await repositories.employees.listByIds(people.map(({ id }) => id));
  const range = { from, to: addDays(from, DAYS) };
  await api.container.services.attendanceDays.rebuild(employees, range, api.clock.now());
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await api.stop();
});

const REQUEST = 'mutation ($input: RequestExportInput!) { requestExport(input: $input) { path expiresAt } }';

async function ticket(format: string, kind = 'REGISTER', more: object = {}): Promise<string> {
  const input = { kind, format, from, to: addDays(from, DAYS), ...more };
  const answer = await api.client.send({ query: REQUEST, variables: { input } }, owner);
  expect(answer.errors, answer.text).toBeUndefined();
  return `${api.url}${answer.data.requestExport.path}`;
}

const SCRIPT = `
import json, sys, datetime, openpyxl
sheet = openpyxl.load_workbook(sys.argv[1], data_only=True).active
rows = list(sheet.iter_rows(values_only=True))
head, body, total = rows[0], rows[1:-1], rows[-1]
worked = head.index('Worked')
minutes = lambda v: round((v.total_seconds() if isinstance(v, datetime.timedelta) else (v.hour * 3600 + v.minute * 60 + v.second)) / 60)
print(json.dumps({
  'rows': len(body),
  'dateTypes': sorted({type(r[head.index('Work date')]).__name__ for r in body}),
  'timeTypes': sorted({type(r[head.index('First in')]).__name__ for r in body}),
  'sum': sum(minutes(r[worked]) for r in body),
  'total': minutes(total[worked]),
}))
`;

/** What stands on the pages, line by line as another program reads them. */
const PAGES = `
import json, sys, pypdf
print(json.dumps([page.extract_text() for page in pypdf.PdfReader(sys.argv[1]).pages]))
`;

describe('an exported file', () => {
  it('is fetched once with its token, and by nobody else', async () => {
    const url = await ticket('CSV');
    const [first, second] = await Promise.all([fetch(url), fetch(url)]);
    expect([first.status, second.status].sort()).toEqual([200, 404]);
    const file = first.status === 200 ? first : second;
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="rollcall-register-.*\.csv"$/);
    const lines = (await file.text()).trim().split('\r\n');
    expect(lines).toHaveLength(1 + PEOPLE * DAYS);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${api.url}/exports/unknown`)).status).toBe(404);
  });

  it('can no longer be fetched after ten minutes, and is asked for by nobody without the right', async () => {
    const url = await ticket('JSON');
    api.clock.forward(10 * 60_000 + 1_000);
    expect((await fetch(url)).status).toBe(404);
    const input = { kind: 'HOURS', format: 'CSV', from, to: from };
    expect(codeOf(await api.client.send({ query: REQUEST, variables: { input } }, NOBODY))).toBe('UNAUTHENTICATED');
  });

  it('as JSON has totals that a recount from the raw marks gives too', async () => {
    for (const kind of ['REGISTER', 'HOURS']) {
      const report = (await (await fetch(await ticket('JSON', kind))).json()) as {
        rows: { workedMinutes: number }[];
        totals: { workedMinutes: number };
      };
      expect(report.totals.workedMinutes, kind).toBe(recounted);
      expect(report.rows.reduce((sum, row) => sum + row.workedMinutes, 0)).toBe(recounted);
    }
  });

  it('as XLSX has dates and durations as typed cells, whose sum another program finds to be the recount', async ({
    skip,
  }) => {
    if (noReader !== null) return skip(noReader);
    const file = path.join(folder, 'register.xlsx');
    writeFileSync(file, Buffer.from(await (await fetch(await ticket('XLSX'))).arrayBuffer()));
    expect(await askPython(SCRIPT, file)).toEqual({
      rows: PEOPLE * DAYS,
      dateTypes: ['datetime'],
      timeTypes: ['datetime'],
      sum: recounted,
      total: recounted,
    });
  });

  it('as PDF shows every row and the total that the recount gives, on pages another program reads', async ({
    skip,
  }) => {
    if (noReader !== null) return skip(noReader);
    const file = path.join(folder, 'register.pdf');
    const response = await fetch(await ticket('PDF'));
    expect(response.headers.get('content-type')).toBe('application/pdf');
    writeFileSync(file, Buffer.from(await response.arrayBuffer()));
    const text = (await askPython<string[]>(PAGES, file)).join('\n');
    expect(text).toContain('Attendance register');
    expect(text).toContain('Test works');
    const times = text.match(/\d{4}-\d\d-\d\d \d\d:\d\d(?! UTC)/g);
    expect(times).toHaveLength(2 * PEOPLE * DAYS);
    expect(text).toContain(`${Math.floor(recounted / 60)}:${String(recounted % 60).padStart(2, '0')}`);
    expect(text).toContain(`${PEOPLE * DAYS} rows`);
  });

  it('as CSV for people has headings of the language, its separators, and a mark that says it is UTF-8', async () => {
    const file = await fetch(await ticket('CSV', 'REGISTER', { locale: 'DE', csvDialect: 'SPREADSHEET' }));
    const bytes = Buffer.from(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [heading, first] = bytes.toString('utf8').slice(1).split('\r\n');
    expect(heading).toMatch(/^Arbeitstag;Nummer;Name;/);
    expect(first).toMatch(/;\d+:\d\d;/);
  });
});
