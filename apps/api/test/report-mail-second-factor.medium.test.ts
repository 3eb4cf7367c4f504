import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { SINGLE_SIGN_ON_ID } from '../src/auth/single-sign-on.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const CREATE =
  'mutation ($input: CreateReportScheduleInput!) { made: createReportSchedule(input: $input) { id nextAt } }';
const LIST = '{ reportSchedules(first: 10) { nodes { lastSentAt lastProblem } } }';

let api: TestApi;
let owner: Credentials;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

/** Somebody who may have files; what they sign in with is written behind the API's back: setting it up has tests of its own. */
async function person(has: 'NOTHING' | 'APP' | 'PASSKEY' | 'SINGLE_SIGN_ON') {
  const email = `${has.toLowerCase()}@example.org`;
  const account = { email, name: has, password: 'tulip carpet ninety fog', roles: ['HR_ADMIN'] as const };
  const id = (await createAccount(api.container.auth, account)) ?? 'taken';
  const { nativeDb } = api.database;
  const users = nativeDb.collection<{ _id: string }>('authUsers');
  if (has === 'APP') await users.updateOne({ _id: id }, { $set: { twoFactorEnabled: true } });
  const passkeys = nativeDb.collection<{ _id: string; userId: string }>('authPasskeys');
  if (has === 'PASSKEY') await passkeys.insertOne({ _id: randomUUID(), userId: id });
  const { internalAdapter } = await api.container.auth.$context;
  if (has === 'SINGLE_SIGN_ON')
    await internalAdapter.linkAccount({ userId: id, providerId: SINGLE_SIGN_ON_ID, accountId: id });
  return { id, email };
}

async function requireSecondFactor(isSecondFactorBySingleSignOn: boolean): Promise<void> {
  const { settings } = api.database.repositories;
  const { version } = await settings.get();
  const change = { secondFactorRoles: ['HR_ADMIN' as const], isSecondFactorBySingleSignOn };
  await settings.update(change, { version, now: api.clock.now() });
}

/** A schedule of the owner's, brought to its time by its date: the clock would end sessions. @returns who got a letter */
async function sent(recipientIds: readonly string[], more: object): Promise<readonly string[]> {
  api.letters.length = 0;
  const schedules = api.database.nativeDb.collection<{ _id: string }>('reportSchedules');
  await schedules.deleteMany({});
  const wanted = { name: 'Hours', kind: 'HOURS', frequency: 'DAILY', time: '07:00', recipientIds, ...more };
  const { id } = (await api.client.ask(CREATE, wanted, owner)).data.made;
  await schedules.updateOne({ _id: id }, { $set: { nextAt: new Date(api.clock.now().getTime() - 1_000) } });
  await api.container.services.reportMails.run();
  const refused = await api.database.nativeDb
    .collection('auditEntries')
    .find({ 'target.id': id, action: 'REPORT_MAILED', outcome: 'REFUSED' })
    .toArray();
  expect(refused.map(({ details }) => details.userId).sort()).toEqual(
    recipientIds.filter((userId) => !api.letters.some(({ to }) => to === addresses.get(userId))).sort(),
  );
  return api.letters.map(({ to }) => to).sort();
}

const addresses = new Map<string, string>();
const FILE = { delivery: 'ATTACHMENT', format: 'CSV' };
const problem = async () => (await api.client.send({ query: LIST }, owner)).data.reportSchedules.nodes[0].lastProblem;

it('a file goes to nobody who could not fetch it for want of the second factor of their role; a link does', async () => {
  const people = [];
  for (const has of ['NOTHING', 'APP', 'PASSKEY', 'SINGLE_SIGN_ON'] as const) people.push(await person(has));
  for (const { id, email } of people) addresses.set(id, email);
  const ids = people.map(({ id }) => id);
  const everybody = people.map(({ email }) => email).sort();
  expect(await sent(ids, FILE)).toEqual(everybody);
  expect(await problem()).toBeNull();

  await requireSecondFactor(false);
  expect(await sent(ids, FILE)).toEqual(['app@example.org', 'passkey@example.org']);
  expect(await problem()).toBe('RECIPIENT_LACKS_SECOND_FACTOR');
  expect(await sent(ids, {})).toEqual(everybody);
  expect(await problem()).toBeNull();

  await requireSecondFactor(true);
  expect(await sent(ids, FILE)).toEqual(everybody.filter((email) => email !== 'nothing@example.org'));
});
