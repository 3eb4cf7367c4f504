import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Credentials } from './testing/graphql-test-client.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const INVITE = 'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { isMailed } }';
const UPDATE = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { letterLanguage version } }';
const CREATE = 'mutation ($input: CreateReportScheduleInput!) { made: createReportSchedule(input: $input) { id } }';

let api: TestApi;
let owner: Credentials;
beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

let invited = 0;
async function invitation(): Promise<string | undefined> {
  invited += 1;
  await api.client.ask(INVITE, { email: `invited-${invited}@example.org`, role: 'AUDITOR' }, owner);
  return api.letters.at(-1)?.subject;
}

async function newPassword(): Promise<string | undefined> {
  await api.client.send({ query: `mutation { requestPasswordReset(email: "${OWNER.email}") }` });
  await api.container.services.passwordResets.settled();
  return api.letters.at(-1)?.subject;
}

async function report(locale: string): Promise<string | undefined> {
  const schedules = api.database.nativeDb.collection<{ _id: string }>('reportSchedules');
  const wanted = { name: 'Stunden', kind: 'HOURS', frequency: 'DAILY', time: '07:00', locale };
  const { id } = (await api.client.ask(CREATE, wanted, owner)).data.made;
  await schedules.updateOne({ _id: id }, { $set: { nextAt: new Date(api.clock.now().getTime() - 1_000) } });
  await api.container.services.reportMails.run();
  return api.letters.at(-1)?.text;
}

it('letters are in the language of the organisation from the moment it is set, and a report in its own', async () => {
  expect([await invitation(), await newPassword()]).toEqual([
    ...['Your access to Rollcall at Test works', 'A new password for Rollcall'],
  ]);
  const { data } = await api.client.send({ query: '{ settings { letterLanguage version } }' }, owner);
  expect(data.settings.letterLanguage).toBe('EN');
  const { version } = data.settings;
  const updated = await api.client.ask(UPDATE, { version, letterLanguage: 'DE' }, owner);
  expect(updated.data.updateSettings).toEqual({ letterLanguage: 'DE', version: version + 1 });
  expect([await invitation(), await newPassword()]).toEqual([
    ...['Ihr Zugang zu Rollcall bei Test works', 'Ein neues Passwort für Rollcall'],
  ]);
  expect(await report('AR')).toContain('تقرير «Stunden» من Test works');
});
