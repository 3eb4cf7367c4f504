import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startEmbeddedMongo } from '@rollcall/db/embedded';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, it } from 'vitest';
import { readEnv } from '../src/env.js';
import { openRollcallDatabase } from '../src/services/open-rollcall-database.js';
import { type Credentials, GraphQLTestClient } from './testing/graphql-test-client.js';
import { ORIGIN, OWNER } from './testing/test-api.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const CREATE =
  'mutation ($input: CreateReportScheduleInput!) { createReportSchedule(input: $input) { id nextAt recipients { userId } } }';
const LIST = '{ reportSchedules(first: 10) { nodes { id lastSentAt lastProblem } } }';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A mail server; `next` waits for the letter that comes next. */
async function startMailServer() {
  const letters: { to: string; raw: string }[] = [];
  const waiting: (() => void)[] = [];
  let to = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      to = address;
      done();
    },
    onData: (stream, _session, done) => {
      text(stream).then((raw) => {
        letters.push({ to, raw });
        for (const tell of waiting.splice(0)) tell();
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const next = () =>
    letters.length > 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(() => resolve()));
  return { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`, letters, next };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** The API as it is shipped. */
async function startServer(port: number, env: Record<string, string>): Promise<ChildProcess> {
  const own = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', FACE_WORKERS: '1' };
  const child = spawn(process.execPath, [MAIN], { env: { ...own, API_PORT: String(port), ...env }, stdio: 'ignore' });
  closers.push(() => stopServer(child));
  while (!(await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) {
    if (child.exitCode !== null) throw new Error(`the API ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return child;
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

it('a report that was due while the server was down reaches the mail server when it runs again, with its file', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-report-mail-'));
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  const mongo = await startEmbeddedMongo({ dataDir, searchPath: process.env.PATH ?? '', endsWithParent: true });
  closers.push(() => mongo.stop());
  const [mail, port] = [await startMailServer(), await freePort()];
  const env = {
    ...{ MONGODB_URI: mongo.uri, ROLLCALL_DATA_DIR: dataDir, ROLLCALL_SESSION_DOCUMENTS: 'any' },
    ...{ ROLLCALL_SMTP_URL: mail.url, ROLLCALL_ADMIN_EMAIL: OWNER.email, ROLLCALL_ADMIN_PASSWORD: OWNER.password },
  };
  const client = new GraphQLTestClient(`http://127.0.0.1:${port}`, ORIGIN);

  const first = await startServer(port, env);
  const owner: Credentials = await client.signIn(OWNER.email, OWNER.password);
  const wanted = { name: 'Hours of the day', kind: 'HOURS', frequency: 'DAILY', time: '07:00', timeZone: 'UTC' };
  const made = await client.ask(CREATE, { ...wanted, delivery: 'ATTACHMENT', format: 'CSV' }, owner);
  const { id } = made.data.createReportSchedule;
  await stopServer(first);
  expect(mail.letters).toEqual([]);

  // Its time comes while nobody is there.
  const database = await openRollcallDatabase(readEnv(env), mongo.uri);
  closers.push(() => database.close());
  const dueAt = new Date(Date.now() - 3_600_000);
  const schedules = database.nativeDb.collection<{ _id: string }>('reportSchedules');
  expect((await schedules.updateOne({ _id: id }, { $set: { nextAt: dueAt } })).modifiedCount).toBe(1);

  await startServer(port, env);
  await mail.next();
  const [letter] = mail.letters;
  expect(letter?.to).toBe(OWNER.email);
  expect(letter?.raw).toMatch(/^Subject: Hours of the day: \d{4}-\d{2}-\d{2}\r$/m);
  expect(letter?.raw).toMatch(/filename="?rollcall-hours-/);
  const listed = async () => (await client.send({ query: LIST }, owner)).data.reportSchedules.nodes;
  await expect.poll(listed).toMatchObject([{ id, lastProblem: null, lastSentAt: expect.any(String) }]);
});
