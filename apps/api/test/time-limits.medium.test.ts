import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIME_LIMITS } from '../src/http/time-limits.js';
import { type Credentials, codeOf, GraphQLTestClient } from './testing/graphql-test-client.js';
import { ORIGIN, OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const SHORT = { ...TIME_LIMITS, headersMs: 600, checkMs: 50, authBodyMs: 600, bodyMs: 600, uploadMs: 600 };

let api: TestApi;
let owner: Credentials;
let short: Awaited<ReturnType<TestApi['startAnother']>>;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  short = await api.startAnother(SHORT);
});
afterAll(async () => {
  await short.stop();
  await api.stop();
});

const headOf = (method: string, path: string, length: number, more: Credentials = {}) =>
  [
    `${method} ${path} HTTP/1.1`,
    'host: localhost',
    `content-length: ${length}`,
    'content-type: application/json',
    ...Object.entries(more).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

async function open(url: string, first: string | Buffer): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(first);
  return socket;
}

/** Sends a byte now and then, and reads until the other side ends it. */
async function trickle(url: string, head: string, byte: string): Promise<string> {
  const socket = await open(url, head);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  const timer = setInterval(() => socket.writable && socket.write(byte), 40);
  await once(socket, 'close');
  clearInterval(timer);
  return answer;
}

const CREATE_UPLOAD = 'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { uploadId path } }';
const FILE = Buffer.alloc(3_000_000, 'number,name\n');

async function newUpload(): Promise<{ readonly uploadId: string; readonly path: string }> {
  const sha256 = createHash('sha256').update(FILE).digest('hex');
  const input = { fileName: 'people.csv', byteLength: FILE.length, sha256 };
  return (await api.client.ask(CREATE_UPLOAD, input, owner)).data.createUpload;
}

/** What is stored of it: entry, file and chunks. */
async function leftOf(id: string): Promise<readonly number[]> {
  const { nativeDb } = api.database;
  const count = (name: string, filter: object) => nativeDb.collection(name).countDocuments(filter);
  return Promise.all([
    count('blobs', { _id: id }),
    count('blobBytes.files', { _id: id }),
    count('blobBytes.chunks', { files_id: id }),
  ]);
}

const stateOf = async (id: string): Promise<unknown> =>
  (await api.database.nativeDb.collection<{ _id: string; state: string }>('uploads').findOne({ _id: id }))?.state;

/** Until the upload has that state. */
async function waitFor(id: string, state: string): Promise<void> {
  while ((await stateOf(id)) !== state) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe('a sender that takes its time', () => {
  it('with the headers is cut off, and others are answered meanwhile', async () => {
    const cut = trickle(short.url, 'POST /graphql HTTP/1.1\r\nhost: localhost\r\nx-slow: ', 'x');
    expect((await fetch(`${short.url}/livez`)).status).toBe(200);
    expect(await cut).toMatch(/^HTTP\/1\.1 408 /);
  });

  it.each([
    ['a query', 'POST', '/graphql'],
    ['a sign-in', 'POST', '/api/auth/sign-in/email'],
  ])('with the body of %s is told 408 TIMEOUT and cut off', async (_what, method, path) => {
    const answer = await trickle(short.url, headOf(method, path, 5_000), ' ');
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toContain('"code":"TIMEOUT"');
  });

  it('and then says nothing at all is cut off after the pause that is allowed', async () => {
    const quiet = await api.startAnother({ ...TIME_LIMITS, silenceMs: 200 });
    const socket = await open(quiet.url, headOf('POST', '/graphql', 5_000));
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"TIMEOUT"/);
    await quiet.stop();
  });
});

describe('an upload that breaks off', () => {
  it('leaves nothing of the file, and its path takes the whole file afterwards, once', async () => {
    const { uploadId, path } = await newUpload();
    const socket = await open(api.url, headOf('PUT', path, FILE.length));
    socket.write(FILE.subarray(0, 2_000_000));
    await waitFor(uploadId, 'RECEIVING');
    while (((await leftOf(uploadId))[2] ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    socket.destroy();
    await waitFor(uploadId, 'OPEN');
    expect(await leftOf(uploadId)).toEqual([0, 0, 0]);
    const put = () => fetch(`${api.url}${path}`, { method: 'PUT', body: FILE });
    expect((await put()).status).toBe(201);
    expect((await leftOf(uploadId)).slice(0, 2)).toEqual([1, 1]);
    expect((await put()).status).toBe(409);
  });

  it('because it takes too long is told so, and can be sent again', async () => {
    const { uploadId, path } = await newUpload();
    const answer = await trickle(short.url, headOf('PUT', path, FILE.length), 'number');
    expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"TIMEOUT"/);
    await waitFor(uploadId, 'OPEN');
    expect(await leftOf(uploadId)).toEqual([0, 0, 0]);
    expect((await fetch(`${api.url}${path}`, { method: 'PUT', body: FILE })).status).toBe(201);
  });
});

describe('an operation that takes too long', () => {
  const clientOf = ({ url }: { readonly url: string }) => new GraphQLTestClient(url, ORIGIN);

  it('is 503 TIMEOUT and may be tried again; a mutation has changed nothing', async () => {
    const hasty = await api.startAnother({ ...TIME_LIMITS, queryMs: 0, mutationMs: 0 });
    const query = await clientOf(hasty).send({ query: '{ sites { id } }' }, owner);
    expect([query.status, codeOf(query)]).toEqual([503, 'TIMEOUT']);
    expect(Number(query.headers.get('retry-after'))).toBeGreaterThan(0);
    const before = await api.database.nativeDb.collection('departments').countDocuments();
    const create = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { id } }';
    const made = await clientOf(hasty).ask(create, { name: 'Late', parentId: 'unknown' }, owner);
    expect([made.status, codeOf(made)]).toEqual([503, 'TIMEOUT']);
    expect(await api.database.nativeDb.collection('departments').countDocuments()).toBe(before);
    await hasty.stop();
  });

  it('has more time for a change than for a question', async () => {
    const hasty = await api.startAnother({ ...TIME_LIMITS, queryMs: 0 });
    expect(codeOf(await clientOf(hasty).send({ query: '{ sites { id } }' }, owner))).toBe('TIMEOUT');
    const made = await clientOf(hasty).send({ query: 'mutation { markNotificationsRead { unreadCount } }' }, owner);
    expect(codeOf(made)).not.toBe('TIMEOUT');
    await hasty.stop();
  });

  it('is answered even if the database says nothing any more: its outcome is not known', async () => {
    const patient = await api.startAnother({
      ...TIME_LIMITS,
      bodyMs: 300,
      queryMs: 300,
      mutationMs: 300,
      graceMs: 300,
    });
    process.kill(api.mongo.pid, 'SIGSTOP');
    const answer = await clientOf(patient)
      .send({ query: '{ sites { id } }' }, owner)
      .finally(() => process.kill(api.mongo.pid, 'SIGCONT'));
    expect([answer.status, codeOf(answer)]).toEqual([503, 'TIMEOUT']);
    expect(answer.errors?.[0]?.extensions.details).toEqual({ isOutcomeKnown: false });
    expect((await clientOf(api).send({ query: '{ sites { id } }' }, owner)).status).toBe(200);
    await patient.stop();
  });
});
