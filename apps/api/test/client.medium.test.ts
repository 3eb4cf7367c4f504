import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { RollcallClient } from '@rollcall/client';
import { anEvent } from '@rollcall/db/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CuttingProxy } from './testing/cutting-proxy.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { createKey, createPerson, createRegisteredPerson, forgetFace } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const EXAMPLES = path.join(import.meta.dirname, '../../../examples');
const DOOR = path.join(EXAMPLES, 'door-controller/dist/door-controller.js');
const run = promisify(execFile);

let api: TestApi;
let owner: Credentials;
let proxy: CuttingProxy;
let folder: string;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  proxy = await CuttingProxy.before(api.url);
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-examples-'));
  for (const name of ['anna', 'annaAgain', 'ben', 'carol'] as const) await writeFile(photo(name), await photos[name]());
});

afterAll(async () => {
  await proxy.close();
  await api.stop();
  await rm(folder, { recursive: true, force: true });
});

const photo = (name: string): string => path.join(folder, `${name}.jpg`);

async function clientWith(scopes: readonly string[]): Promise<RollcallClient> {
  const apiKey = await createKey(api, owner, scopes, { padPolicy: 'FLAG' });
  return new RollcallClient({ url: proxy.url, apiKey, webSocket: WebSocket, retry: { firstWaitMs: 1 } });
}

/** A program of its own, and how it ended. */
async function program(file: string, args: readonly string[], scopes: readonly string[], more: object = {}) {
  const key = await createKey(api, owner, scopes, { padPolicy: 'FLAG' });
  const env = { ...process.env, ROLLCALL_URL: api.url, ROLLCALL_KEY: key, ...more };
  return run(file, args, { env }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (failed: { code: number; stdout: string; stderr: string }) => failed,
  );
}

describe('the client', () => {
  it('does not mark twice when the answer is lost on the way', async () => {
    const person = await createRegisteredPerson(api, owner, await photos.anna());
    const client = await clientWith(['attendance:write', 'attendance:read']);
    proxy.loseNextAnswer();
    const { outcome, replayed, event } = await client.recordAttendance({
      employeeNumber: person.number,
      image: base64(await photos.annaAgain()),
    });
    expect([outcome, replayed]).toEqual(['RECORDED', true]);
    const marks: string[] = [];
    for await (const { id } of client.attendanceEvents({ employeeId: person.id })) marks.push(id);
    expect(marks).toEqual([event?.id]);
    await forgetFace(api, person);
  });

  it('reads a list over several pages, and one person by number', async () => {
    const { id: employeeId } = await createPerson(api, owner);
    const { attendanceEvents } = api.database.repositories;
    const made: string[] = [];
    for (let index = 0; index < 101; index++) {
      const at = new Date(Date.UTC(2025, 0, 1, 8, index));
      made.unshift((await attendanceEvents.insert(anEvent(employeeId, { at, recordedAt: at }))).id);
    }
    const client = await clientWith(['employees:read', 'attendance:read']);
    const read: string[] = [];
    for await (const { id } of client.attendanceEvents({ employeeId })) read.push(id);
    expect(read).toEqual(made);
    expect(await client.employee({ number: 'nobody has this' })).toBeNull();
  });

  it('tells what a key may not do by our code', async () => {
    const client = await clientWith(['employees:read']);
    await expect(client.createEmployee({ number: 'x', name: 'x' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const wrong = new RollcallClient({ url: api.url, apiKey: 'rk_wrong', webSocket: WebSocket });
    await expect(wrong.request('{ viewer { id } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(wrong.attendanceRecorded().next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('uploads a file and gives what an import makes of it', async () => {
    const client = await clientWith(['employees:write', 'employees:read']);
    const number = randomUUID();
    const bytes = new TextEncoder().encode(`number,name\n${number},Ada Example\n`);
    const uploadId = await client.upload({ fileName: 'people.csv', bytes, mediaType: 'text/csv' });
    const job = await client.importEmployees({ uploadId, isDryRun: true });
    expect(job).toMatchObject({ isDryRun: true, failure: null });
  });

  it('goes on after a broken connection: every mark once, in order', async () => {
    const person = await createPerson(api, owner);
    const client = await clientWith(['attendance:read']);
    const stop = new AbortController();
    const heard: string[] = [];
    const listening = (async () => {
      for await (const { node } of client.attendanceRecorded({ signal: stop.signal })) heard.push(node.id);
    })();
    const made: string[] = [];
    const mark = async (): Promise<void> => {
      const at = new Date(Date.UTC(2026, 0, 1, 8, 0, made.length));
      const { id } = await api.database.repositories.attendanceEvents.insert(
        anEvent(person.id, { at, recordedAt: at }),
      );
      made.push(id);
    };
    // Nothing tells from outside when the server has begun to listen for us.
    const firstHeard = async () => {
      if (heard.length === 0) await mark();
      return heard.length;
    };
    await expect.poll(firstHeard, { timeout: 60_000 }).toBeGreaterThan(0);
    for (let cut = 0; cut < 3; cut++) {
      proxy.cutAll();
      await mark();
      await mark();
      await expect.poll(() => heard.at(-1), { timeout: 60_000 }).toBe(made.at(-1));
    }
    stop.abort();
    await listening;
    expect(heard).toEqual(made.slice(made.indexOf(heard[0] ?? '')));
  });
});

describe('the examples', () => {
  it('the door controller registers a person, and opens for nobody else', async () => {
    const number = `door-${randomUUID()}`;
    const writing = ['employees:write', 'faces:write'];
    const node = process.execPath;
    const registered = await program(node, [DOOR, 'register', number, 'Anna', photo('anna')], writing);
    expect(registered).toMatchObject({ code: 0, stdout: `${number}: REGISTERED\n` });
    const open = (name: string) => program(node, [DOOR, 'open', number, photo(name)], ['faces:verify']);
    expect(await open('annaAgain')).toMatchObject({ code: 0, stdout: 'The door opens.\n' });
    expect(await open('ben')).toMatchObject({ code: 1, stdout: 'The door stays shut: NON_MATCH\n' });
    const wrongKey = await program(node, [DOOR, 'open', number, photo('anna')], ['reports:read']);
    expect(wrongKey).toMatchObject({ code: 2, stderr: expect.stringMatching(/^FORBIDDEN: /) });
  });

  it('the shell script registers a person and marks attendance', async () => {
    const script = path.join(EXAMPLES, 'curl/attendance.sh');
    const scopes = ['employees:write', 'faces:write', 'attendance:write'];
    const number = `curl-${randomUUID()}`;
    const args = [script, number, 'Carol "C" Example', photo('carol')];
    const done = await program('sh', [...args, photo('carol')], scopes);
    expect(done).toMatchObject({ code: 0, stdout: expect.stringMatching(/^.+\nREGISTERED\nRECORDED\n$/) });
    expect((await program('sh', [...args, photo('ben')], scopes)).code).toBe(1);
  });

  it('the Python program writes the payroll report', async (context) => {
    const target = path.join(folder, 'python');
    const requirements = path.join(EXAMPLES, 'payroll-puller/requirements.txt');
    const pip = ['-m', 'pip', 'install', '--quiet', '--target', target, '-r', requirements];
    const missing = await run('python3', pip).then(
      () => null,
      (error: Error) => error.message,
    );
    if (missing !== null) return context.skip(`Python or PyPI is missing: ${missing.split('\n').at(-2)}`);
    const script = path.join(EXAMPLES, 'payroll-puller/payroll.py');
    const today = api.clock.now().toISOString().slice(0, 10);
    const csv = path.join(folder, 'payroll.csv');
    const pull = (scopes: readonly string[]) =>
      program('python3', [script, today, today, csv], scopes, { PYTHONPATH: target });
    expect(await pull(['reports:read'])).toMatchObject({ code: 0 });
    expect(await readFile(csv, 'utf8')).toMatch(/^number,/);
    expect(await pull(['faces:verify'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/^FORBIDDEN: /) });
  });
});
