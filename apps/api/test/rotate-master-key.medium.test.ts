import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatMasterKeys, parseMasterKeys, readMasterKeyFile } from '@rollcall/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run-cli.js';
import { VERIFY_FACE } from './testing/operations.js';
import { createRegisteredPerson } from './testing/people.js';
import { base64, photos } from './testing/photos.js';
import { OWNER, startTestApi, type TestApi } from './testing/test-api.js';

const before = { ...process.env };
let api: TestApi;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-keys-'));
  api = await startTestApi({ reloadMasterKeys: () => readMasterKeyFile(path.join(folder, 'master.key')) });
  await writeFile(path.join(folder, 'master.key'), formatMasterKeys(api.masterKeys), { mode: 0o600 });
});
afterAll(async () => {
  process.env = before;
  await api.stop();
  await rm(folder, { recursive: true });
});

async function rotate(settings: Readonly<Record<string, string>>) {
  process.env = { ...before, MONGODB_URI: api.mongo.uri, ...settings };
  const [out, error]: [string[], string[]] = [[], []];
  const terminal = { out: (line: string) => void out.push(line), error: (line: string) => void error.push(line) };
  const code = await runCli(['rotate-master-key', '--json'], terminal);
  return { code, answer: out.length === 0 ? null : JSON.parse(out.join('\n')), error: error.join('\n') };
}

describe('rollcall rotate-master-key', () => {
  it('makes a new key beside the old one and wraps every key by it; a second rotation makes a third', async () => {
    const owner = await api.client.signIn(OWNER.email, OWNER.password);
    const anna = await createRegisteredPerson(api, owner, await photos.anna());
    const image = base64(await photos.annaAgain());
    const verify = async () =>
      (await api.client.ask(VERIFY_FACE, { employeeNumber: anna.number, image }, owner)).data.verifyFace.outcome;
    const count = await api.database.nativeClient
      .db(`${api.database.nativeDb.databaseName}_keys`)
      .collection('dataKeys')
      .countDocuments();
    const first = await rotate({ ROLLCALL_DATA_DIR: folder });
    expect(first).toEqual({ code: 0, answer: { isNew: true, rewrapped: count }, error: '' });
    const file = path.join(folder, 'master.key');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const ring = parseMasterKeys(await readFile(file, 'utf8'));
    expect([ring.currentVersion, ring.keys.get(1)]).toEqual([2, api.masterKeys.keys.get(1)]);
    const { nodes } = await api.database.repositories.audit.list({ action: 'MASTER_KEY_ROTATED' }, { first: 5 });
    expect(nodes.map(({ details }) => details)).toEqual([{ keyCount: count }]);
    expect(await verify()).toBe('MATCH');
    expect((await rotate({ ROLLCALL_DATA_DIR: folder })).answer).toEqual({ isNew: true, rewrapped: count });

    // The keys of the environment: nothing is made, and once everything is wrapped it says so.
    const text = await readFile(file, 'utf8');
    const again = await rotate({ ROLLCALL_DATA_DIR: folder, ROLLCALL_MASTER_KEY: text.trim() });
    expect([again.code, again.answer]).toEqual([2, null]);
    expect(again.error).toMatch(/^The master key comes from ROLLCALL_MASTER_KEY/);
    expect(await readFile(file, 'utf8')).toBe(text);
    // The server has run all the time.
    expect(await verify()).toBe('MATCH');
  });
});
