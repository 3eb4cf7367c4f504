import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bearer, codeOf, GraphQLTestClient } from './testing/graphql-test-client.js';
import { COUNTS, CREATE_EMPLOYEE, RECORD_ATTENDANCE } from './testing/operations.js';
import { createKey, createRegisteredPerson } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import type { TestApi } from './testing/test-api.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const CLI = fileURLToPath(new URL('../bin/rollcall.js', import.meta.url));
const FIRST_START = /^ROLLCALL_FIRST_START (.*)$/m;

interface Run {
  readonly child: ChildProcess;
  output: string;
}

let dataDir: string;
let port: number;
const running: Run[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-server-'));
  port = await freePort();
});

afterEach(async () => {
  for (const run of running.splice(0)) await stop(run, 'SIGTERM');
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = probe.address() as { port: number };
  probe.close();
  return free;
}

function run(file: string, args: readonly string[], more: Record<string, string> = {}): Run {
  const env = {
    ...{ PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production' },
    ...{ ROLLCALL_DATA_DIR: dataDir, API_PORT: String(port), FACE_WORKERS: '1', ROLLCALL_TIME_ZONE: 'Asia/Tokyo' },
    // Sessions here send documents that no page has.
    ROLLCALL_SESSION_DOCUMENTS: 'any',
    ...more,
  };
  const child = spawn(process.execPath, [file, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const started: Run = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => (started.output += String(data)));
  running.push(started);
  return started;
}

async function start(more: Record<string, string> = {}): Promise<Run> {
  const server = run(MAIN, [], more);
  const ended = once(server.child, 'exit').then(() => Promise.reject(new Error(server.output)));
  ended.catch(() => undefined);
  const isReady = async (): Promise<void> => {
    for (;;) {
      if ((await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  await Promise.race([isReady(), ended]);
  return server;
}

async function stop({ child }: Run, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}

async function command(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const started = run(CLI, args);
  if (started.child.exitCode === null) await once(started.child, 'close');
  return { code: started.child.exitCode, output: started.output };
}

const client = () => new GraphQLTestClient(`http://127.0.0.1:${port}`, 'http://localhost:3000');

describe('the server', () => {
  let password: string;
  let key: string;
  let person: { id: string; number: string };

  it('makes the administrator at its first start, says the password once, and lets nobody else in', async () => {
    const server = await start();
    const owner = JSON.parse(FIRST_START.exec(server.output)?.[1] ?? '{}');
    expect(owner).toEqual({
      email: 'admin@rollcall.local',
      password: expect.stringMatching(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/),
    });
    password = owner.password;
    expect(server.output.split(password)).toHaveLength(2);
    const api = client();
    const session = await api.signIn(owner.email, password);
    const { data } = await api.send(
      { query: '{ setupStatus { hasOwner } sites { timeZone } viewer { roles } }' },
      session,
    );
    expect(data).toEqual({
      setupStatus: { hasOwner: true },
      sites: [{ timeZone: 'Asia/Tokyo' }],
      viewer: { roles: ['OWNER'] },
    });
    key = await createKey({ client: api } as TestApi, session, [
      'employees:read',
      'employees:write',
      'faces:write',
      'attendance:write',
      'attendance:read',
      'audit:read',
    ]);
    person = await createRegisteredPerson({ client: api } as TestApi, bearer(key), await photos.anna());
  });

  it('lets a running request end when it is told to stop, takes no new one, and ends with 0', async () => {
    const server = await start();
    expect(server.output).not.toMatch(FIRST_START);
    const input = { employeeNumber: person.number, image: base64(await photos.annaAgain()) };
    const requests = ['a', 'b', 'c'].map((name) =>
      client().ask(RECORD_ATTENDANCE, { ...input, idempotencyKey: name }, bearer(key)),
    );
    const first = await Promise.race(requests);
    const code = stop(server, 'SIGTERM');
    const answers = await Promise.all(requests);
    expect(first.data.recordAttendance.event).not.toBeNull();
    for (const answer of answers) expect(answer.data.recordAttendance.event).not.toBeNull();
    expect(await code).toBe(0);
    await expect(fetch(`http://127.0.0.1:${port}/livez`)).rejects.toThrow();
  });

  it('has everything it acknowledged after kill -9, and the chain of the audit holds', async () => {
    const server = await start();
    const input = {
      employeeNumber: person.number,
      image: base64(await photos.annaAgain()),
      idempotencyKey: 'before the kill',
    };
    const before = await client().ask(RECORD_ATTENDANCE, input, bearer(key));
    await stop(server, 'SIGKILL');
    await start();
    const replayed = await client().ask(RECORD_ATTENDANCE, input, bearer(key));
    expect(replayed.data.recordAttendance).toEqual({ ...before.data.recordAttendance, replayed: true });
    const counts = await client().send({ query: COUNTS, variables: { id: person.id } }, bearer(key));
    expect(counts.data.attendanceEvents.totalCount).toBe(4);
    const verified = await command('audit', 'verify');
    expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('intact')]);
  });

  it('is found by the command line: a key made there works at once', async () => {
    const without = await command('api-key', 'create', '--name', 'x', '--scope', 'admin');
    expect([without.code, without.output]).toEqual([2, expect.stringContaining('npm start')]);
    await start();
    const made = await command(
      'api-key',
      'create',
      '--name',
      'terminal',
      '--scope',
      'employees:read',
      '--scope',
      'audit:read',
      '--json',
    );
    expect(made.code).toBe(0);
    const answer = JSON.parse(made.output);
    expect(answer).toMatchObject({
      id: expect.any(String),
      name: 'terminal',
      scopes: ['employees:read', 'audit:read'],
      padPolicy: 'REFUSE',
      expiresAt: null,
    });
    const { data } = await client().send({ query: '{ viewer { name scopes } }' }, bearer(answer.key));
    expect(data.viewer).toEqual({ name: 'terminal', scopes: ['audit:read', 'employees:read'] });
    const tampered = await client().send({ query: '{ viewer { name } }' }, bearer(`${answer.key}x`));
    expect(codeOf(tampered)).toBe('UNAUTHENTICATED');
    const doctor = await command('doctor', '--json');
    const { isHealthy, findings } = JSON.parse(doctor.output);
    expect(findings.filter((finding: { isOk: boolean }) => !finding.isOk)).toEqual([]);
    expect([doctor.code, isHealthy]).toEqual([0, true]);
  });

  it('has days computed anew by the command line, some people at a time, with one digest for equal days', async () => {
    await start();
    const made = await command('api-key', 'create', '--name', 'planner', '--scope', 'employees:write', '--json');
    const planner = bearer(JSON.parse(made.output).key);
    const shift = 'mutation { createShift(input: { name: "Day", start: "09:00", end: "17:00" }) { id } }';
    const { data } = await client().send({ query: shift }, planner);
    const people = Array.from({ length: 30 }, (_, index) => {
      const input = {
        number: `R-${index}`,
        name: `R ${index}`,
        joiningDate: '2026-03-02',
        defaultShiftId: data.createShift.id,
      };
      return client().send({ query: CREATE_EMPLOYEE, variables: { input } }, planner);
    });
    for (const { errors } of await Promise.all(people)) expect(errors).toBeUndefined();
    const rebuild = async (...more: readonly string[]) => {
      const range = ['--from', '2026-03-02', '--to', '2026-03-08'];
      const { code, output } = await command('attendance', 'rebuild', ...range, ...more);
      expect([code, output]).toEqual([0, expect.stringMatching(/digest of the days: [0-9a-f]{64}/)]);
      return output;
    };
    const first = await rebuild();
    expect(first).toContain(' people, 210 days: 210 written, 0 removed, 0 as before');
    const again = await rebuild();
    expect(again).toContain(' people, 210 days: 0 written, 0 removed, 210 as before');
    expect(again.split('digest')[1]).toBe(first.split('digest')[1]);
    expect(await rebuild('--employee', 'R-7')).toContain('1 people, 7 days: 0 written');
    const nobody = await command(
      'attendance',
      'rebuild',
      '--from',
      '2026-03-02',
      '--to',
      '2026-03-08',
      '--employee',
      'x',
    );
    expect([nobody.code, nobody.output]).toEqual([2, expect.stringContaining('There is no employee x.')]);
  });

  it('says what to do when its port is taken, and leaves no process behind', async () => {
    const blocker = createServer().listen(port, '127.0.0.1');
    await once(blocker, 'listening');
    const server = run(MAIN, []);
    await once(server.child, 'close');
    blocker.close();
    expect(server.child.exitCode).toBe(1);
    expect(server.output).toContain(`Port ${port} is in use. Stop what uses it, or set API_PORT to another one.`);
    const doctor = await command('doctor');
    expect(doctor.output).toContain('not running');
  });

  it('names the setting that cannot be used and does not start', async () => {
    const server = run(MAIN, [], { API_PORT: 'eighty' });
    await once(server.child, 'close');
    expect(server.child.exitCode).toBe(1);
    expect(server.output).toContain('API_PORT');
    expect(server.output).not.toContain('    at ');
  });
});
