import { randomUUID } from 'node:crypto';
import { SCOPES } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOfDevice } from '../src/modules/device/device-actor.js';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createKey, createPerson, createRegisteredPerson, type Person } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';
import { createPairedDevice, type TestDevice } from './testing/test-device.js';

const MARK = `mutation ($input: RecordAttendanceInput!) { recordAttendance(input: $input) {
  outcome replayed role event { id kind at timeZone localDate source assurance isOffline employee { number name } }
  attempt { id outcome similarity quality { reasons } liveness { failure } }
} }`;
const KEPT = `query ($id: ID!) {
  attendanceEvents(filter: { employeeId: $id }) { nodes { at source assurance isOffline capturedAt clockOffsetMs } }
  captureAttempts(filter: { employeeId: $id }) { nodes { outcome source } }
}`;
const CONTACT = 'mutation ($input: DeviceContactInput!) { reportDeviceContact(input: $input) { id } }';
const SITE = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { id } }';
const RETIRE = 'mutation ($id: ID!) { retireDevice(id: $id, version: 1) { id } }';
const DAY_MS = 24 * 3_600_000;

let api: TestApi;
let owner: Credentials;
let siteId: string;
let device: TestDevice;
let anna: Person;

beforeAll(async () => {
  api = await startTestApi();
  const session = await api.client.signIn(OWNER.email, OWNER.password);
  owner = bearer(await createKey(api, session, SCOPES));
  siteId = (await api.client.ask(SITE, { name: 'Harbour', timeZone: 'Asia/Tokyo' }, owner)).data.createSite.id;
  device = await createPairedDevice(api, owner, siteId);
  anna = await createRegisteredPerson(api, owner, await photos.anna(), { name: 'Anna Beispiel' });
});
afterAll(() => api.stop());

type Answer = Record<string, unknown> & { event: { at: string } | null; attempt: Record<string, unknown> };

async function mark(input: object, by: TestDevice = device): Promise<Answer> {
  const { data, text } = await by.ask(MARK, { idempotencyKey: randomUUID(), ...input });
  if (data === null || data === undefined) throw new Error(text);
  return data.recordAttendance;
}

async function keptOf({ id }: Person) {
  const { data } = await api.client.send({ query: KEPT, variables: { id } }, owner);
  return { events: data.attendanceEvents.nodes, attempts: data.captureAttempts.nodes };
}

describe('a mark at a paired device', () => {
  it('is one of the kiosk, at its site, with the highest assurance; the person is named to it', async () => {
    const answer = await mark({ employeeNumber: anna.number, image: base64(await photos.annaAgain()) });
    expect(answer).toMatchObject({
      ...{ outcome: 'RECORDED', replayed: false },
      event: {
        ...{ source: 'KIOSK', assurance: 'FACE_PAIRED_DEVICE', timeZone: 'Asia/Tokyo', isOffline: false },
        employee: { number: anna.number, name: 'Anna Beispiel' },
      },
      attempt: { outcome: 'RECORDED', similarity: null },
    });
    const [event] = await api.database.repositories.attendanceEvents
      .list({ employeeId: anna.id }, { first: 1 })
      .then(({ edges }) => edges.map(({ node }) => node));
    expect(event).toMatchObject({ deviceId: device.id, siteId, actor: { kind: 'DEVICE', id: device.id } });
  });

  it('names nobody when the face is another one', async () => {
    const answer = await mark({ employeeNumber: anna.number, image: base64(await photos.ben()) });
    expect(answer).toMatchObject({ outcome: 'NON_MATCH', event: null, attempt: { similarity: null } });
    expect(JSON.stringify(answer)).not.toMatch(/Anna|Beispiel/);
  });

  it('answers the same to a number nobody has and to a person without a face', async () => {
    const { number } = await createPerson(api, owner);
    const image = base64(await photos.ben());
    const [unknown, faceless] = [
      await mark({ employeeNumber: `none-${randomUUID()}`, image }),
      await mark({ employeeNumber: number, image }),
    ];
    expect(unknown).toMatchObject({ outcome: 'NOT_ENROLLED', event: null });
    const plain = ({ attempt, ...rest }: Answer) => ({ ...rest, attempt: { ...attempt, id: '' } });
    expect(plain(unknown)).toEqual(plain(faceless));
  });

  it('is refused, and kept as refused, when the device was retired after it signed', async () => {
    const gone = await createPairedDevice(api, owner, siteId);
    const actor = actorOfDevice(await api.database.repositories.devices.getById(gone.id));
    await api.client.send({ query: RETIRE, variables: { id: gone.id } }, owner);
    const input = { idempotencyKey: randomUUID(), employeeNumber: anna.number, kind: 'AUTO' as const };
    const { recordAttendance } = api.container.services;
    const image = base64(await photos.annaAgain());
    const answer = await recordAttendance.record({ ...actor, requestId: null }, { ...input, image });
    expect(answer).toMatchObject({ outcome: 'DEVICE_REFUSED', event: null });
    expect((await keptOf(anna)).attempts).toContainEqual({ outcome: 'DEVICE_REFUSED', source: 'KIOSK' });
  });

  it('with the number in place of the signature is refused: nobody signs in by being there', async () => {
    const input = { idempotencyKey: randomUUID(), employeeNumber: anna.number, image: base64(await photos.anna()) };
    const answer = await api.client.ask(MARK, input, { authorization: `Device id=${device.id}` });
    expect(codeOf(answer)).toBe('UNAUTHENTICATED');
  });
});

describe('an offline mark', () => {
  let ida: Person;
  let kiosk: TestDevice;
  const PIN = '481920';
  const ago = (ms: number) => new Date(api.clock.now().getTime() - ms);
  const offline = (capturedAt: Date, more: object = {}) =>
    mark({ employeeNumber: ida.number, pin: PIN, isOffline: true, capturedAt, ...more }, kiosk);

  beforeAll(async () => {
    kiosk = await createPairedDevice(api, owner, siteId);
    await api.client.ask(
      'mutation ($input: UpdateSettingsInput!) { updateSettings(input: $input) { version } }',
      { version: (await api.database.repositories.settings.get()).version, pinUse: 'ALWAYS' },
      owner,
    );
    ida = await createPerson(api, owner);
    const query = 'mutation ($id: ID!, $pin: String!) { setPin(employeeId: $id, pin: $pin) { id } }';
    await api.client.send({ query, variables: { id: ida.id, pin: PIN } }, owner);
    api.clock.forward(20 * DAY_MS);
  });

  it('counts for when it was made, and says that it came later', async () => {
    const capturedAt = ago(3 * 3_600_000);
    const { outcome, event } = await offline(capturedAt);
    expect(outcome).toBe('RECORDED');
    expect(event).toMatchObject({ at: capturedAt.toISOString(), isOffline: true, source: 'KIOSK' });
    expect((await keptOf(ida)).events).toEqual([
      expect.objectContaining({ capturedAt: capturedAt.toISOString(), clockOffsetMs: null }),
    ]);
  });

  it('that is sent twice is one mark, also if it was sent online before and the answer was lost', async () => {
    const before = (await keptOf(ida)).events.length;
    const key = { idempotencyKey: randomUUID() };
    const sent = { employeeNumber: ida.number, pin: PIN, ...key, capturedAt: ago(0) };
    const first = await mark(sent, kiosk);
    const again = await offline(ago(1_000), key);
    expect(again).toEqual({ ...first, replayed: true });
    const [one, two] = await Promise.all([offline(ago(7_200_000), key), offline(ago(7_200_000), key)]);
    expect([one.replayed, two.replayed]).toEqual([true, true]);
    expect((await keptOf(ida)).events).toHaveLength(before + 1);
  });

  it.each([
    ['older than seven days', () => ago(7 * DAY_MS + 60_000)],
    ['of the future', () => ago(-180_000)],
  ])('%s is refused and kept as refused', async (_what, capturedAt) => {
    const before = (await keptOf(ida)).attempts.length;
    expect(await offline(capturedAt())).toMatchObject({ outcome: 'DEVICE_REFUSED', event: null });
    expect((await keptOf(ida)).attempts).toHaveLength(before + 1);
  });

  it('a little ahead of our clock counts for when it arrived', async () => {
    const { outcome, event } = await offline(ago(-60_000), { kind: 'CHECK_OUT' });
    expect(outcome).not.toBe('DEVICE_REFUSED');
    expect(Date.parse(event?.at ?? '')).toBeLessThanOrEqual(api.clock.now().getTime());
  });

  it('of before a moment for which the device said that everything was sent is refused', async () => {
    const input = { id: kiosk.id, syncedThroughAt: ago(60_000) };
    expect((await kiosk.ask(CONTACT, input)).data.reportDeviceContact.id).toBe(kiosk.id);
    expect(await offline(ago(120_000))).toMatchObject({ outcome: 'DEVICE_REFUSED' });
    expect((await offline(ago(30_000))).outcome).not.toBe('DEVICE_REFUSED');
  });

  it('is for paired devices only, and needs its time', async () => {
    const input = { idempotencyKey: randomUUID(), employeeNumber: ida.number, pin: PIN, isOffline: true };
    expect(codeOf(await api.client.ask(MARK, { ...input, capturedAt: ago(1) }, owner))).toBe('BAD_USER_INPUT');
    expect(codeOf(await kiosk.ask(MARK, input))).toBe('BAD_USER_INPUT');
  });

  it('cannot be made room for by another device', async () => {
    const input = { id: kiosk.id, syncedThroughAt: ago(0) };
    expect(codeOf(await device.ask(CONTACT, input))).toBe('NOT_FOUND');
  });
});
