import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../src/auth/accounts.js';
import { bearer, type Credentials, codeOf, NOBODY } from './testing/graphql-test-client.js';
import { createKey } from './testing/people.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const PASSWORD = 'tulip carpet ninety fog';
const FREE = '{ viewer { id } }';
/** As the dashboard sends it. */
const KNOWN = readFileSync(new URL('../../dashboard/features/security/security.graphql', import.meta.url), 'utf8');
const EXPLORER = { 'x-rollcall-explorer': '1' };

let api: TestApi;
let owner: Credentials;
let auditor: Credentials;

beforeAll(async () => {
  api = await startTestApi({ sessionDocuments: 'known' });
  owner = await api.client.signIn(OWNER.email, OWNER.password);
  const account = { email: 'auditor@example.org', password: PASSWORD, name: 'Auditor' };
  await createAccount(api.container.auth, { ...account, roles: ['AUDITOR'] });
  auditor = await api.client.signIn(account.email, PASSWORD);
});
afterAll(() => api.stop());

const send = (query: string, as: Credentials, more: object = {}) => api.client.send({ query }, { ...as, ...more });

describe('a signed-in browser', () => {
  it('sends the documents of the dashboard, and no others', async () => {
    const known = await send(KNOWN, auditor);
    expect([known.status, known.errors]).toEqual([200, undefined]);
    const free = await send(FREE, auditor);
    expect([free.status, codeOf(free), free.data ?? null]).toEqual([400, 'DOCUMENT_UNKNOWN', null]);
    expect(codeOf(await send(`${KNOWN} query More { viewer { id } }`, auditor))).toBe('DOCUMENT_UNKNOWN');
  });

  it('sends others from the explorer only as an owner or HR administrator', async () => {
    expect(codeOf(await send(FREE, owner))).toBe('DOCUMENT_UNKNOWN');
    expect((await send(FREE, owner, EXPLORER)).errors).toBeUndefined();
    expect(codeOf(await send(FREE, auditor, EXPLORER))).toBe('DOCUMENT_UNKNOWN');
  });
});

describe('keys and strangers', () => {
  it('send what they like', async () => {
    const key = await createKeyOf(owner);
    expect((await send(FREE, key)).errors).toBeUndefined();
    expect((await send('{ setupStatus { version } }', NOBODY)).errors).toBeUndefined();
  });
});

async function createKeyOf(as: Credentials): Promise<Credentials> {
  return bearer(await createKey(api, { ...as, ...EXPLORER }, ['employees:read']));
}

describe('an installation without explorer', () => {
  it('lets nobody send other documents from a session', async () => {
    const plain = await startTestApi({ sessionDocuments: 'known', isExplorerOn: false });
    try {
      const as = await plain.client.signIn(OWNER.email, OWNER.password);
      expect(codeOf(await plain.client.send({ query: FREE }, { ...as, ...EXPLORER }))).toBe('DOCUMENT_UNKNOWN');
    } finally {
      await plain.stop();
    }
  });
});
