import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatMasterKeys, type Job } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yazl from 'yazl';
import { runCli } from '../src/cli/run-cli.js';
import { readAll } from '../src/files/byte-source.js';
import { JobRunner } from '../src/jobs/job-runner.js';
import { bearer, type Credentials, codeOf, NOBODY } from './testing/graphql-test-client.js';
import { createKey, createRegisteredPerson } from './testing/people.js';
import { photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';
import { dateCell, workbookOf } from './testing/workbook.js';

let api: TestApi;
let owner: Credentials;
let folder: string;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-import-'));
});
afterAll(async () => {
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function announce(bytes: Uint8Array, as = owner) {
  const input = { fileName: 'people.zip', byteLength: bytes.length, sha256: sha256(bytes) };
  const query = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadId path expiresAt } }';
  return api.client.ask(query, input, as);
}

const put = (uploadPath: string, body: Uint8Array): Promise<Response> =>
  fetch(`${api.client.url}${uploadPath}`, { method: 'PUT', body: Buffer.from(body) });

async function upload(bytes: Uint8Array, as = owner): Promise<string> {
  const { data } = await announce(bytes, as);
  expect((await put(data.createUpload.path, bytes)).status).toBe(201);
  return data.createUpload.uploadId;
}

const JOB =
  'id state isDryRun counts { name value } failure { code message } errorFilePath issues(first: 100) { row field code }';

async function importEmployees(bytes: Uint8Array, more: object = {}) {
  const input = { uploadId: await upload(bytes), ...more };
  const query = `mutation ($input: ImportEmployeesInput!) { importEmployees(input: $input) { ${JOB} } }`;
  const { data, text } = await api.client.ask(query, input, owner);
  if (data === null) throw new Error(text);
  await api.container.jobRunner.runNext(data.importEmployees.id);
  return jobOf(data.importEmployees.id);
}

async function jobOf(id: string, as = owner) {
  const { data } = await api.client.send(
    { query: `query ($id: ID!) { job(id: $id) { ${JOB} } }`, variables: { id } },
    as,
  );
  if (data.job === null) return null;
  const counts = Object.fromEntries(
    data.job.counts.map((one: { name: string; value: number }) => [one.name, one.value]),
  );
  return { ...data.job, counts };
}

async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), name);
  zip.end();
  return readAll(zip.outputStream as unknown as AsyncIterable<Uint8Array>);
}

const employee = async (number: string) => {
  const query =
    'query ($number: String) { employee(number: $number) { name email joiningDate faceStatus consent { method } } }';
  return (await api.client.send({ query, variables: { number } }, owner)).data.employee;
};

describe('an upload', () => {
  it('takes the announced bytes once; others, more, less and a second time are refused', async () => {
    const bytes = Buffer.from('number,name\nu1,Una');
    const { data } = await announce(bytes);
    const { path: uploadPath } = data.createUpload;
    expect((await put(uploadPath, Buffer.from('number,name\nu1,Eve'))).status).toBe(400);
    expect((await put(uploadPath, Buffer.concat([bytes, bytes]))).status).toBe(413);
    expect((await put(uploadPath, bytes.subarray(0, 5))).status).toBe(400);
    expect((await put(uploadPath, bytes)).status).toBe(201);
    expect((await put(uploadPath, bytes)).status).toBe(409);
    expect((await put('/uploads/guessed', bytes)).status).toBe(404);
  });

  it('is of no use to anybody else, and cannot be announced without a reason to', async () => {
    const bytes = Buffer.from('number,name\nu2,Una');
    const uploadId = await upload(bytes);
    const key = bearer(await createKey(api, owner, ['employees:write']));
    const query = 'mutation ($input: ImportEmployeesInput!) { importEmployees(input: $input) { id } }';
    expect(codeOf(await api.client.ask(query, { uploadId }, key))).toBe('NOT_FOUND');
    const reader = bearer(await createKey(api, owner, ['employees:read']));
    expect(codeOf(await announce(bytes, reader))).toBe('FORBIDDEN');
    expect(codeOf(await announce(bytes, NOBODY))).toBe('UNAUTHENTICATED');
  });
});

describe('an import of employees', () => {
  const table = [
    'Employee No.;Name;E-Mail;Start date;Site;HR ID',
    'imp-1;Ada Äpfel;ada@example.org;01.03.2026;;hr-1',
    'imp-2;Ben;not-an-address;01.03.2026;;',
    'imp-3;;;;;',
    'imp-1;Ada again;;;;',
    'imp-4;Dora;;31.02.2026;;',
    'imp-5;Ed;;;Atlantis;',
    'imp-6;=HYPERLINK("http://x");;;;',
  ].join('\r\n');

  it('does what its dry run said, row by row, and the second time finds everything there', async () => {
    const bytes = Buffer.from(table);
    const told = await importEmployees(bytes, { isDryRun: true, dateFormat: 'DMY' });
    expect(told.counts).toMatchObject({ rows: 7, refusedRows: 5, created: 2, updated: 0, unchanged: 0 });
    expect(await employee('imp-1')).toBeNull();
    const done = await importEmployees(bytes, { dateFormat: 'DMY' });
    expect([done.counts, done.issues]).toEqual([told.counts, told.issues]);
    expect(done.issues).toEqual([
      { row: 3, field: 'email', code: 'NO_EMAIL' },
      { row: 4, field: 'name', code: 'MISSING' },
      { row: 5, field: 'number', code: 'TWICE' },
      { row: 6, field: 'joiningDate', code: 'NO_DATE' },
      { row: 7, field: 'site', code: 'UNKNOWN_SITE' },
    ]);
    expect(await employee('IMP-1')).toMatchObject({
      name: 'Ada Äpfel',
      joiningDate: '2026-03-01',
      faceStatus: 'NOT_ENROLLED',
    });
    const again = await importEmployees(bytes, { dateFormat: 'DMY' });
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 2, refusedRows: 5 });
  });

  it('reads a workbook as its cells are: numbers as numbers of people, dates as dates, broken rows told', async () => {
    const bytes = await workbookOf([
      ['Employee No.', 'Name', 'E-Mail', 'Start date'],
      [90_071, 'Zoë Ωmega', 'zoe@example.org', dateCell('2026-03-01')],
      ['90072', 'Ben', null, '2026-04-01'],
      [90_073, null, null, null],
      [90_074, 'Dora', 'not-an-address', null],
    ]);
    const told = await importEmployees(bytes, { isDryRun: true });
    const done = await importEmployees(bytes);
    expect(done.counts).toMatchObject({ rows: 4, created: 2, refusedRows: 2 });
    expect([done.counts, done.issues]).toEqual([told.counts, told.issues]);
    expect(done.issues).toEqual([
      { row: 4, field: 'name', code: 'MISSING' },
      { row: 5, field: 'email', code: 'NO_EMAIL' },
    ]);
    expect(await employee('90071')).toMatchObject({
      ...{ name: 'Zoë Ωmega', email: 'zoe@example.org', joiningDate: '2026-03-01' },
    });
    expect((await importEmployees(bytes)).counts).toMatchObject({ created: 0, unchanged: 2 });
  });

  it('changes what is different and leaves alone what is empty; the external id finds a person whose number changed', async () => {
    const { counts } = await importEmployees(Buffer.from('number,email,hr id\nimp-1b,new@example.org,hr-1'));
    expect(counts).toMatchObject({ updated: 1, created: 0 });
    expect(await employee('imp-1b')).toMatchObject({
      name: 'Ada Äpfel',
      email: 'new@example.org',
      joiningDate: '2026-03-01',
    });
  });

  it('has an error file for its owner only, in which no cell is a formula', async () => {
    const bad = await importEmployees(Buffer.from('number,name,site\n=1+1,"=cmd|x",Nowhere'));
    const get = (as: Credentials) => fetch(`${api.client.url}${bad.errorFilePath}`, { headers: { ...as } });
    const text = await (await get(owner)).text();
    expect(text).toContain('2,site,UNKNOWN_SITE,There is no site of this name.,');
    for (const cell of text.split(/[\r\n,]+/)) expect(cell).not.toMatch(/^"?[=+@]/);
    expect((await get(NOBODY)).status).toBe(401);
    const stranger = bearer(await createKey(api, owner, ['employees:write']));
    expect((await get(stranger)).status).toBe(404);
    expect(await jobOf(bad.id, stranger)).toBeNull();
  });
});

describe('an archive with photos', () => {
  const rows = [
    'number,name,consent method,consent date',
    'zip-1,Anna,paper,2026-01-15',
    'zip-2,Ben,,',
    'zip-3,Group,paper,2026-01-15',
    'zip-4,Paper only,PAPER,2026-01-15',
    'zip-5,Half,paper,',
    'zip-6,Broken,on screen,2026-01-15',
  ].join('\n');

  const archive = async () =>
    zipOf({
      'people/table.csv': rows,
      'people/photos/ZIP-1_1.jpg': await photos.anna(),
      'people/photos/zip-1_2.JPG': await photos.annaAgain(),
      'people/photos/zip-2.jpg': await photos.ben(),
      'people/photos/zip-3.jpg': await photos.group(),
      'people/photos/zip-6.png': 'this is no picture',
      'people/photos/stranger.jpg': await photos.carol(),
      '__MACOSX/people/._zip-1_1.jpg': 'rubbish',
    });

  let done: Awaited<ReturnType<typeof importEmployees>>;

  it('registers faces only where consent is stated in full, and tells every photo that was not taken', async () => {
    const bytes = await archive();
    const told = await importEmployees(bytes, { isDryRun: true });
    expect(told.counts).toMatchObject({ created: 6, facesToRegister: 3, facesRefused: 1, strayPhotos: 1, consents: 4 });
    done = await importEmployees(bytes);
    expect(done.counts).toMatchObject({
      ...{ created: 6, consents: 4, strayPhotos: 1 },
      ...{ facesToRegister: 3, facesRegistered: 1, facesRefused: 3, facesKnown: 0 },
    });
    expect(done.issues).toEqual([
      { row: 0, field: 'photo', code: 'STRAY_PHOTO' },
      { row: 3, field: 'photo', code: 'CONSENT_MISSING' },
      { row: 4, field: 'photo', code: 'MULTIPLE_FACES' },
      { row: 7, field: 'photo', code: 'IMAGE_UNDECODABLE' },
    ]);
    expect(await employee('zip-1')).toMatchObject({ faceStatus: 'ENROLLED', consent: { method: 'PAPER' } });
    expect(await employee('zip-2')).toMatchObject({ faceStatus: 'NOT_ENROLLED', consent: null });
    expect(await employee('zip-5')).toMatchObject({ faceStatus: 'NOT_ENROLLED', consent: null });
  });

  it('is gone from the store when its faces are registered, and the same archive again registers nobody twice', async () => {
    const { input } = await api.database.repositories.jobs.getById(done.id);
    expect(await api.database.repositories.blobs.findById(String(input.fileId))).toBeNull();
    const again = await importEmployees(await archive());
    expect(again.counts).toMatchObject({ unchanged: 6, facesRegistered: 0, facesKnown: 1 });
    const templates = api.database.nativeDb.collection('faceTemplates');
    expect(await templates.countDocuments({})).toBe(1);
  });

  it('that is cut off after a face was registered goes on without registering it again', async () => {
    await api.database.nativeDb.collection('faceTemplates').deleteMany({});
    const { jobs } = api.database.repositories;
    const bytes = await zipOf({
      't.csv': 'number,name,consent,consent date\ncut-1,Anna,paper,2026-01-15\ncut-2,Ben,paper,2026-01-15',
      'cut-1.jpg': await photos.anna(),
      'cut-2.jpg': await photos.ben(),
    });
    const uploadId = await upload(bytes);
    const query = 'mutation ($input: ImportEmployeesInput!) { importEmployees(input: $input) { id } }';
    const { id } = (await api.client.ask(query, { uploadId }, owner)).data.importEmployees;
    const context = {
      db: { ...api.database.repositories, withTransaction: api.database.withTransaction },
      now: api.clock.now,
      newId: randomUUID,
    };
    const newRunner = () =>
      new JobRunner(context, {
        handlers: [api.container.services.employeeImports],
        onError: () => undefined,
      });
    const checkpoint = jobs.checkpoint.bind(jobs);
    jobs.checkpoint = async (claim, point, options) => {
      if (point.progress?.stage === 'FACES' && (point.progress.done ?? 0) > 0) throw new Error('killed');
      await checkpoint(claim, point, options);
    };
    await newRunner().runNext(id);
    jobs.checkpoint = checkpoint;
    expect(await api.database.nativeDb.collection('faceTemplates').countDocuments({})).toBe(1);
    api.clock.forward(60_000);
    const job = (await newRunner().runNext(id)) as Job;
    expect(job).toMatchObject({ state: 'SUCCEEDED', counts: { created: 2, facesRegistered: 2, facesRefused: 0 } });
    expect(await api.database.nativeDb.collection('faceTemplates').countDocuments({})).toBe(2);
  });

  it('puts no photo on the person whose number a refused row has', async () => {
    await api.database.nativeDb.collection('faceTemplates').deleteMany({});
    const person = await createRegisteredPerson(api, owner, await photos.carol(), { externalId: 'ext-a' });
    await importEmployees(Buffer.from('number,name,hr id\nother-1,Other,ext-b'));
    const table = `number,name,hr id,consent,consent date\n${person.number},Other,ext-b,paper,2026-01-15`;
    const bytes = await zipOf({ 't.csv': table, [`${person.number}.jpg`]: await photos.ben() });
    const { issues, counts } = await importEmployees(bytes, { replacePhotos: true });
    expect(issues).toEqual([{ row: 2, field: 'number', code: 'NUMBER_TAKEN' }]);
    expect(counts).toMatchObject({ facesRegistered: 0, consents: 0 });
  });

  it.each([
    ['no table', { 'a.jpg': 'x' }],
    ['two tables', { 'a.csv': 'number\n1', 'b.csv': 'number\n2' }],
  ])('with %s fails as a whole', async (_, files) => {
    const job = await importEmployees(await zipOf(files));
    expect(job).toMatchObject({ state: 'FAILED', failure: { code: 'BAD_USER_INPUT' } });
  });
});

describe('rollcall on the command line', () => {
  it('imports employees and marks, with exit code, figures and the refused rows in a file', async () => {
    const lines: string[] = [];
    const terminal = { out: (line: string) => void lines.push(line), error: (line: string) => void lines.push(line) };
    const people = path.join(folder, 'people.csv');
    const marks = path.join(folder, 'marks.csv');
    const refused = path.join(folder, 'refused.csv');
    await writeFile(people, 'number,name,joining date\ncli-1,Clara,2026-01-01');
    await writeFile(marks, 'number,datetime\ncli-1,2026-02-02 08:00\nnobody,2026-02-02 08:00');
    const before = { ...process.env };
    Object.assign(process.env, {
      MONGODB_URI: api.mongo.uri,
      ROLLCALL_MASTER_KEY: formatMasterKeys(api.masterKeys),
    });
    try {
      expect(await runCli(['employees', 'import', people, '--json'], terminal)).toBe(0);
      expect(JSON.parse(lines.splice(0).join('\n'))).toMatchObject({ state: 'SUCCEEDED', counts: { created: 1 } });
      const dry = await runCli(['attendance', 'import', marks, '--dry-run', '--json'], terminal);
      const told = JSON.parse(lines.splice(0).join('\n'));
      expect([dry, told.counts]).toEqual([1, { rows: 2, refusedRows: 1, newMarks: 1, knownMarks: 0 }]);
      expect(await runCli(['attendance', 'import', marks, '--error-file', refused], terminal)).toBe(1);
      expect(await readFile(refused, 'utf8')).toContain('3,employeeNumber,UNKNOWN_NUMBER,');
      expect(await runCli(['attendance', 'import', path.join(folder, 'none.csv')], terminal)).toBe(2);
      expect(await runCli(['attendance', 'import', marks, '--site', 'Atlantis'], terminal)).toBe(2);
    } finally {
      process.env = before;
    }
  });
});
