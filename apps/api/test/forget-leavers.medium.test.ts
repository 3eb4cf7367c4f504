import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ForgetLeaversJob } from '../src/modules/consent/forget-leavers.job.js';
import { type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createRegisteredPerson, forgetFace, type Person } from './testing/people.js';
import { photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const DAY_MS = 86_400_000;
const SETTINGS = '{ settings { version templateRetentionDaysAfterLeaving } }';
const UPDATE = 'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }';

let api: TestApi;
let owner: Credentials;

beforeAll(async () => {
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});
afterAll(() => api.stop());

const send = (query: string, variables: object = {}) => api.client.send({ query, variables }, owner);
const leave = ({ id }: Person) => send('mutation ($id: ID!) { deactivateEmployee(id: $id) { id } }', { id });
/** What the job does so many days from now; sessions would not last that long, so the clock goes back. */
async function runIn(days: number, job: Pick<ForgetLeaversJob, 'run'> = api.container.services.forgetLeavers) {
  api.clock.forward(days * DAY_MS);
  try {
    return await job.run();
  } finally {
    api.clock.forward(-days * DAY_MS);
  }
}
const facesOf = async ({ id }: Person) => (await api.database.repositories.faceTemplates.listByEmployees([id])).length;
const erasuresOf = async ({ id }: Person) => (await api.database.keyStore.listErasures(`employee:${id}`)).length;
const noted = async ({ id }: Person) => {
  const page = await api.database.repositories.audit.list({ target: { kind: 'EMPLOYEE', id } }, { first: 50 });
  return page.nodes.filter(({ action }) => action === 'FACE_DELETED_AFTER_LEAVING');
};

const registered = async () => createRegisteredPerson(api, owner, await photos.anna());

async function setDays(days: number) {
  const { version } = (await send(SETTINGS)).data.settings;
  return send(UPDATE, { input: { version, templateRetentionDaysAfterLeaving: days } });
}

describe('the face of somebody who left', () => {
  it('is deleted with its key once the 30 days are over, not before, and once only', async () => {
    const person = await registered();
    await leave(person);
    expect(await runIn(0)).toBe(0);
    expect(await runIn(30)).toBe(0);
    expect([await facesOf(person), await erasuresOf(person)]).toEqual([1, 0]);
    expect(await runIn(32)).toBe(1);
    expect([await facesOf(person), await erasuresOf(person)]).toEqual([0, 1]);
    expect(await runIn(32)).toBe(0);
    expect(await noted(person)).toMatchObject([
      { actor: { kind: 'SYSTEM', id: 'retention' }, details: { templateCount: 1 } },
    ]);
  });

  it('is deleted after as many days as the settings say', async () => {
    expect(codeOf(await setDays(-1))).toBe('BAD_USER_INPUT');
    expect(codeOf(await setDays(1097))).toBe('BAD_USER_INPUT');
    expect((await setDays(0)).errors).toBeUndefined();
    expect((await send(SETTINGS)).data.settings.templateRetentionDaysAfterLeaving).toBe(0);
    const person = await registered();
    await leave(person);
    expect(await runIn(0)).toBe(0);
    expect(await runIn(2)).toBe(1);
    expect(await facesOf(person)).toBe(0);
  });

  it('stays while the person is there, and that of whoever was hired again meanwhile', async () => {
    const person = await registered();
    const { repositories } = api.database;
    await leave(person);
    const left = await repositories.employees.getById(person.id);
    const back = { status: 'ACTIVE', leavingDate: null } as const;
    await repositories.employees.update(person.id, back, { version: left.version, now: api.clock.now() });
    expect(await runIn(3)).toBe(0);
    expect([await facesOf(person), await erasuresOf(person)]).toEqual([1, 0]);
    await forgetFace(api, person);
  });

  it('loses its key at the next run where the last one broke off after deleting it', async () => {
    const person = await registered();
    await leave(person);
    const { repositories, withTransaction } = api.database;
    const broken = Object.create(repositories.faceTemplates, {
      eraseKey: { value: () => Promise.reject(new Error('the power went')) },
    });
    const db = { ...repositories, withTransaction, faceTemplates: broken };
    const context = { db, now: api.clock.now, newId: () => crypto.randomUUID() };
    await expect(runIn(3, new ForgetLeaversJob(context, 'broken'))).rejects.toThrow('the power went');
    expect([await facesOf(person), await erasuresOf(person)]).toEqual([0, 0]);
    // The job is still the other's.
    expect(await runIn(3)).toBeNull();
    expect(await runIn(4)).toBe(0);
    expect(await erasuresOf(person)).toBe(1);
  });
});
