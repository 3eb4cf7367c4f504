import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type APIRequestContext, expect, request, test } from '@playwright/test';
import { ADMIN } from '../server/admin.js';
import { RollcallProcess } from '../server/rollcall-process.js';

test.setTimeout(300_000);

let dataDir: string;
test.beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-restart-'));
});
test.afterEach(async () => {
  await rm(dataDir, { recursive: true, force: true });
});

const start = () => RollcallProcess.start({ dataDir, adminEmail: ADMIN.email, adminPassword: ADMIN.password });

async function signedIn(rollcall: RollcallProcess): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: rollcall.url, extraHTTPHeaders: { origin: rollcall.url } });
  const answer = await context.post('/api/auth/sign-in/email', {
    data: { email: ADMIN.email, password: ADMIN.password },
  });
  expect(answer.status()).toBe(200);
  return context;
}

async function ask(context: APIRequestContext, query: string): Promise<Record<string, unknown>> {
  const { data, errors } = await (
    await context.post('/graphql', { headers: { 'x-rollcall-explorer': '1' }, data: { query } })
  ).json();
  expect(errors).toBeUndefined();
  return data;
}

const create = (number: string) =>
  `mutation { createEmployee(input: { number: "${number}", name: "Anna" }) { number } }`;
const count = '{ employees { totalCount } }';

test('data is there after a clean stop, and after everything was killed at once', async () => {
  const first = await start();
  await ask(await signedIn(first), create('1'));
  expect(await first.stop()).toBe(0);

  const second = await start();
  expect(second.printed).not.toContain('The first administrator');
  const context = await signedIn(second);
  expect(await ask(context, count)).toEqual({ employees: { totalCount: 1 } });
  await ask(context, create('2'));
  await second.killEverything();

  const third = await start();
  expect(await ask(await signedIn(third), count)).toEqual({ employees: { totalCount: 2 } });
  await third.stop();
});
