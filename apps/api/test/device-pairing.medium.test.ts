import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { SCOPES, textOfPairing } from '@rollcall/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, type Credentials, codeOf } from './testing/graphql-test-client.js';
import { createKey } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';
import { createDevice, createPairedDevice, pairingCode, TestDevice } from './testing/test-device.js';

const VIEWER = { query: '{ viewer { id kind name roles scopes isLivenessRequired } }' };
const SITE = 'mutation ($input: CreateSiteInput!) { createSite(input: $input) { id } }';
const RETIRE = 'mutation ($id: ID!) { retireDevice(id: $id, version: 1) { status pairedAt } }';

let api: TestApi;
let owner: Credentials;
let siteId: string;

beforeAll(async () => {
  api = await startTestApi();
  const session = await api.client.signIn(OWNER.email, OWNER.password);
  // A key, because the clock is put forward here and a session would end.
  owner = bearer(await createKey(api, session, SCOPES));
  siteId = (await api.client.ask(SITE, { name: 'Works', timeZone: 'Europe/Berlin' }, owner)).data.createSite.id;
});
afterAll(() => api.stop());

const newCode = async () => pairingCode(api, owner, await createDevice(api, owner, siteId));

describe('a pairing code', () => {
  it('gives a device its key, once; the device is told its name and site', async () => {
    const id = await createDevice(api, owner, siteId, 'Front door');
    const code = await pairingCode(api, owner, id);
    expect((await new TestDevice(api).pair(code)).data.pairDevice).toEqual({
      id,
      name: 'Front door',
      siteName: 'Works',
    });
    expect(codeOf(await new TestDevice(api).pair(code))).toBe('NOT_FOUND');
  });

  it('pairs one of ten devices that come with it at once', async () => {
    const code = await newCode();
    const answers = await Promise.all(Array.from({ length: 10 }, () => new TestDevice(api).pair(code)));
    expect(answers.filter(({ data }) => data !== null)).toHaveLength(1);
    expect(new Set(answers.filter(({ data }) => data === null).map(codeOf))).toEqual(new Set(['NOT_FOUND']));
    // Those who ask for nothing in particular are counted by address.
    api.clock.forward(60_000);
  });

  it('is over after ten minutes', async () => {
    const [early, late] = [await newCode(), await newCode()];
    api.clock.forward(599_000);
    expect((await new TestDevice(api).pair(early)).data).not.toBeNull();
    api.clock.forward(1_000);
    expect(codeOf(await new TestDevice(api).pair(late))).toBe('NOT_FOUND');
  });

  it('is over as soon as another one is made for the device, or the device is retired', async () => {
    const id = await createDevice(api, owner, siteId);
    const former = await pairingCode(api, owner, id);
    const current = await pairingCode(api, owner, id);
    expect(codeOf(await new TestDevice(api).pair(former))).toBe('NOT_FOUND');
    await api.client.send({ query: RETIRE, variables: { id } }, owner);
    expect(codeOf(await new TestDevice(api).pair(current))).toBe('NOT_FOUND');
  });

  it('is not used up by who shows no key, or another one', async () => {
    const code = await newCode();
    const device = new TestDevice(api);
    const other = new TestDevice(api);
    for (const change of [
      ...[{ publicKey: other.publicKey }, { publicKey: 'AAAA' }],
      ...[{ signature: device.sign('something else') }, { signature: 'AAAA' }],
    ])
      expect(codeOf(await device.pair(code, change))).toBe('BAD_USER_INPUT');
    expect((await device.pair(code)).data).not.toBeNull();
  });

  it.each(['secp256k1', 'secp384r1'])('takes no key of another curve: %s', async (namedCurve) => {
    const pair = generateKeyPairSync('ec', { namedCurve });
    const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url');
    const code = await newCode();
    const key = { key: pair.privateKey, dsaEncoding: 'ieee-p1363' } as const;
    const signature = sign('sha256', Buffer.from(textOfPairing({ code, publicKey })), key).toString('base64url');
    expect(codeOf(await new TestDevice(api).pair(code, { publicKey, signature }))).toBe('BAD_USER_INPUT');
  });

  it('cannot be guessed for long: after thirty guesses an address has to wait', async () => {
    api.clock.forward(60_000);
    const answers: string[] = [];
    // Each two seconds allow one more, however slow the machine is.
    while (answers.length < 300 && answers.at(-1) !== 'RATE_LIMITED')
      answers.push(codeOf(await new TestDevice(api).pair('22222222')));
    expect(new Set(answers.slice(0, 30))).toEqual(new Set(['NOT_FOUND']));
    expect(answers.at(-1)).toBe('RATE_LIMITED');
    api.clock.forward(60_000);
  });

  it('is written to the audit log, made and used, and stands in no answer or log but the one', async () => {
    const id = await createDevice(api, owner, siteId);
    const code = await pairingCode(api, owner, id);
    await new TestDevice(api).pair(code);
    await api.client.send({ query: RETIRE, variables: { id } }, owner);
    const page = await api.database.repositories.audit.list({ target: { kind: 'DEVICE', id } }, { first: 10 });
    expect(page.edges.map(({ node }) => [node.action, node.actor.kind]).reverse()).toEqual([
      ['DEVICE_CREATED', 'API_KEY'],
      ['DEVICE_PAIRING_CODE_CREATED', 'API_KEY'],
      ['DEVICE_PAIRED', 'DEVICE'],
      ['DEVICE_RETIRED', 'API_KEY'],
    ]);
    expect(JSON.stringify(page)).not.toContain(code);
    expect(api.logged.join()).not.toContain(code);
    expect(api.client.answers.filter((text) => text.includes(code))).toHaveLength(1);
  });
});

describe('a signed request', () => {
  let device: TestDevice;
  beforeAll(async () => {
    device = await createPairedDevice(api, owner, siteId);
  });

  it('is one of the device, which may take marks and no more', async () => {
    expect((await device.send(VIEWER)).data.viewer).toEqual({
      ...{ id: device.id, kind: 'DEVICE', name: 'Gate', roles: [], scopes: ['attendance:write'] },
      isLivenessRequired: false,
    });
  });

  it('notes when the device was heard of and what its clock shows', async () => {
    api.clock.forward(60_000);
    const nowMs = api.clock.now().getTime();
    await device.send(VIEWER, { clockMs: nowMs + 600_000 });
    const { lastSeenAt, clockOffsetMs } = await api.database.repositories.devices.getById(device.id);
    expect(lastSeenAt?.getTime()).toBeGreaterThanOrEqual(nowMs);
    expect(Math.abs((clockOffsetMs ?? 0) - 600_000)).toBeLessThan(5_000);
  });

  it('is let in once: whoever sends it again is refused, also of ten at the same time', async () => {
    const body = JSON.stringify(VIEWER);
    const headers = device.headerFor(body);
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.client.send(body, headers)));
    expect(answers.filter(({ data }) => data?.viewer !== undefined)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(9);
  });

  it('is let in once by all processes together', async () => {
    const other = await api.startAnother();
    const body = JSON.stringify(VIEWER);
    const headers = { 'content-type': 'application/json', ...device.headerFor(body) };
    expect((await api.client.send(body, headers)).data.viewer.id).toBe(device.id);
    const again = await fetch(`${other.url}/graphql`, { method: 'POST', headers, body });
    expect(again.status).toBe(401);
    const fresh = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: { ...headers, ...device.headerFor(body) },
      body,
    });
    expect(fresh.status).toBe(200);
    await other.stop();
  });

  it('may be two minutes off, and no more, either way', async () => {
    const at = () => api.clock.now().getTime();
    for (const offMs of [-110_000, 110_000])
      expect((await device.send(VIEWER, { timeMs: at() + offMs })).data.viewer.id).toBe(device.id);
    for (const offMs of [-125_000, 125_000])
      expect(codeOf(await device.send(VIEWER, { timeMs: at() + offMs }))).toBe('UNAUTHENTICATED');
  });

  it('is kept in mind for longer than its time is in bounds', async () => {
    const body = JSON.stringify(VIEWER);
    const timeMs = api.clock.now().getTime() + 110_000;
    const headers = device.headerFor(body, { timeMs, nonce: 'abcdefghijklmnopqrstuv' });
    await api.client.send(body, headers);
    const kept = await api.database.nativeDb
      .collection('deviceNonces')
      .findOne({ _id: `${device.id}:abcdefghijklmnopqrstuv` as never });
    expect(kept?.deleteAt.getTime()).toBeGreaterThan(timeMs + 120_000);
  });

  it('with another body than the one that was signed does nothing', async () => {
    const name = `Changed ${randomUUID()}`;
    const signed = JSON.stringify(VIEWER);
    const sent = JSON.stringify({ ...VIEWER, operationName: null, extensions: { name } });
    const answer = await api.client.send(sent, device.headerFor(signed));
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each([
    ['for another path', { path: '/graphql?x=1' }],
    ['for another method', { method: 'GET' }],
    ['in the name of a device that does not exist', { deviceId: randomUUID() }],
  ])('%s is refused', async (_what, change) => {
    expect(codeOf(await device.send(VIEWER, change))).toBe('UNAUTHENTICATED');
  });

  it('in the name of another device is refused', async () => {
    const other = await createPairedDevice(api, owner, siteId);
    expect(codeOf(await device.send(VIEWER, { deviceId: other.id }))).toBe('UNAUTHENTICATED');
  });

  it('with a part that was not signed is refused', async () => {
    const body = JSON.stringify(VIEWER);
    const { authorization = '' } = device.headerFor(body);
    const later = authorization.replace(/clock=\d+/, 'clock=1790000000000');
    expect(codeOf(await api.client.send(body, { authorization: later }))).toBe('UNAUTHENTICATED');
  });

  it('is refused in the same words whatever is wrong, also beside a session that would do', async () => {
    const { cookie = '' } = await api.client.signIn(OWNER.email, OWNER.password);
    const body = JSON.stringify(VIEWER);
    const wrong = [
      device.headerFor(body, { path: '/elsewhere' }),
      device.headerFor(body, { deviceId: 'nobody' }),
      device.headerFor(body, { timeMs: 1_000_000_000_000 }),
      { authorization: 'Device nonsense' },
    ];
    const answers = await Promise.all(wrong.map((headers) => api.client.send(body, { ...headers, cookie })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
  });

  it('opens nothing but /graphql', async () => {
    const path = '/exports/jobs/x/result';
    const headers = device.headerFor('', { method: 'GET', path });
    expect((await fetch(`${api.url}${path}`, { headers })).status).toBe(401);
  });
});

describe('the key of a device', () => {
  it('is dead with the pairing of another one', async () => {
    const id = await createDevice(api, owner, siteId);
    const former = await new TestDevice(api).pairOnce(await pairingCode(api, owner, id));
    // The code alone changes nothing yet.
    const code = await pairingCode(api, owner, id);
    expect((await former.send(VIEWER)).data.viewer.id).toBe(id);
    const current = await new TestDevice(api).pairOnce(code);
    expect(codeOf(await former.send(VIEWER))).toBe('UNAUTHENTICATED');
    expect((await current.send(VIEWER)).data.viewer.id).toBe(id);
  });

  it('is dead as soon as the device is retired', async () => {
    const device = await createPairedDevice(api, owner, siteId);
    const { data } = await api.client.send({ query: RETIRE, variables: { id: device.id } }, owner);
    expect(data.retireDevice).toEqual({ status: 'RETIRED', pairedAt: null });
    expect(codeOf(await device.send(VIEWER))).toBe('UNAUTHENTICATED');
  });
});
