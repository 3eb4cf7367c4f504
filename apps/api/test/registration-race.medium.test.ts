import { openDatabase, type WithTransaction } from '@rollcall/db';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '../src/cli/system-actor.js';
import { createServices } from '../src/services/create-services.js';
import { newId } from '../src/services/open-rollcall-database.js';
import type { Credentials } from './testing/graphql-test-client.js';
import { REGISTER_FACE } from './testing/operations.js';
import { createPersonWithConsent, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const ACTOR = { ...COMMAND_LINE, padPolicy: 'FLAG' } as const;

let api: TestApi;
let owner: Credentials;
const image: Record<'anna' | 'annaAgain' | 'ben', { base64: string }> = {} as never;

beforeAll(async () => {
  for (const name of ['anna', 'annaAgain', 'ben'] as const) image[name] = base64(await photos[name]());
  api = await startTestApi();
  owner = await api.client.signIn(OWNER.email, OWNER.password);
});

/** Without the document that serialises, too: the very first registrations may be two at once. */
beforeEach(async () => {
  await api.database.nativeDb.collection('faceTemplates').deleteMany({});
  await api.database.nativeDb.collection('jobLeases').deleteMany({});
});

afterAll(() => api.stop());

const people = (count: number): Promise<Person[]> =>
  Promise.all(Array.from({ length: count }, () => createPersonWithConsent(api, owner)));

/** Lets the first `count` transactions begin only when all of them are there: everybody has compared, nobody has stored. */
function gateOf(count: number): (begin: WithTransaction) => WithTransaction {
  let waiting = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return (begin) => async (work) => {
    waiting += 1;
    if (waiting === count) open();
    await opened;
    return begin(work);
  };
}

/** Registrations by as many processes as there are jobs, as MongoDB sees it: each has connections of its own. */
async function atOnce(jobs: readonly { person: Person; photo: { base64: string }; replace?: boolean }[]) {
  const gate = gateOf(jobs.length);
  const { now } = api.clock;
  const databases = await Promise.all(
    jobs.map(() => openDatabase({ uri: api.mongo.uri, masterKeys: api.masterKeys, now, newId })),
  );
  try {
    const outcomes = jobs.map(async ({ person, photo, replace = false }, index) => {
      const database = { ...databases[index], withTransaction: gate(databases[index].withTransaction) };
      const { registerFace } = createServices({ database, engine: api.engine, now, newId });
      return (await registerFace.register(ACTOR, { employeeId: person.id, images: [photo], replace })).outcome;
    });
    return await Promise.all(outcomes);
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}

const stored = () => api.database.nativeDb.collection('faceTemplates').countDocuments();

describe('registrations at the same time', () => {
  it.each([2, 5])('of one face under %i numbers, each by another process: one is kept', async (count) => {
    const jobs = (await people(count)).map((person) => ({ person, photo: image.anna }));
    const outcomes = await atOnce(jobs);
    expect(outcomes.sort()).toEqual([...Array(count - 1).fill('DUPLICATE_FACE'), 'REGISTERED']);
    expect(await stored()).toBe(1);
  });

  it('of two people do not hinder each other', async () => {
    const [one, two] = await people(2);
    const jobs = [
      { person: one, photo: image.anna },
      { person: two, photo: image.ben },
    ];
    expect(await atOnce(jobs)).toEqual(['REGISTERED', 'REGISTERED']);
    expect(await stored()).toBe(2);
  });

  it('of two faces under one number: one is kept', async () => {
    const [person] = await people(1);
    const outcomes = await atOnce([image.anna, image.ben].map((photo) => ({ person, photo })));
    expect(outcomes.sort()).toEqual(['INCONSISTENT_IMAGES', 'REGISTERED']);
    expect(await stored()).toBe(1);
  });

  it('of one face twice under one number are both kept', async () => {
    const [person] = await people(1);
    const outcomes = await atOnce([image.anna, image.annaAgain].map((photo) => ({ person, photo })));
    expect(outcomes).toEqual(['REGISTERED', 'REGISTERED']);
  });

  it('of one face under four numbers over the API: one is kept, and the audit has each of them', async () => {
    const four = await people(4);
    const answers = await Promise.all(
      four.map(({ id }) => api.client.ask(REGISTER_FACE, { employeeId: id, images: [image.anna] }, owner)),
    );
    const outcomes = answers.map(({ data }) => data.registerFace.outcome).sort();
    expect(outcomes).toEqual(['DUPLICATE_FACE', 'DUPLICATE_FACE', 'DUPLICATE_FACE', 'REGISTERED']);
    const ids = four.map(({ id }) => id);
    const audited = (action: string) =>
      api.database.nativeDb.collection('auditEntries').countDocuments({ action, 'target.id': { $in: ids } });
    expect([await audited('FACE_REGISTERED'), await audited('FACE_REGISTRATION_REFUSED')]).toEqual([1, 3]);
  });
});
