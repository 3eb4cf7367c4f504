import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { formatMasterKeys } from '@rollcall/db';
import { aConsent, anEmployee, aTemplate, openTestDatabase, type TestDatabase } from '@rollcall/db/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runChecks } from '../src/cli/doctor-checks.js';
import { readEnv } from '../src/env.js';
import { createLogger } from '../src/http/logger.js';
import { startServer } from '../src/server.js';

const OLD_MODEL = 'mobilefacenet-192';
const NEW_PACK = 'faceapi-128';

let database: TestDatabase;
let dataDir: string;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-changed-pack-'));
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  port = (probe.address() as { port: number }).port;
  probe.close();
});

/** Two people with faces of the old pack. */
beforeEach(async () => {
  database = await openTestDatabase();
  await register(OLD_MODEL);
  await register(OLD_MODEL);
});

afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function register(...modelIds: readonly string[]): Promise<void> {
  const { employees, consents, faceTemplates } = database.repositories;
  const { id: employeeId } = await employees.insert(anEmployee());
  const { id: consentId } = await consents.insert(aConsent(employeeId));
  for (const modelId of modelIds) await faceTemplates.insert(aTemplate({ employeeId, consentId }, { modelId }));
}

const envWith = (more: Record<string, string>) =>
  readEnv({
    ...{ NODE_ENV: 'test', ROLLCALL_DATA_DIR: dataDir, API_PORT: String(port), FACE_WORKERS: '1' },
    ...{ MONGODB_URI: database.uri, ROLLCALL_MASTER_KEY: formatMasterKeys(database.masterKeys) },
    ...{ FACE_PACK: NEW_PACK, PATH: process.env.PATH ?? '', ...more },
  });

/** What the server said instead of starting, or what it logged as a warning when it did start. */
async function start(more: Record<string, string> = {}): Promise<{ refusal: string | null; warnings: string }> {
  const lines: string[] = [];
  const log = createLogger('warn', { write: (line: string) => void lines.push(line) });
  try {
    const server = await startServer({ env: envWith(more), log, onFirstStart: () => undefined });
    await server.stop();
    return { refusal: null, warnings: lines.join('') };
  } catch (error) {
    return { refusal: (error as Error).message, warnings: lines.join('') };
  }
}

const TWO_OF_TWO =
  '2 of 2 people with a stored face have one of mobilefacenet-192 only, which the pack faceapi-128 cannot read';

describe('a server with a pack that cannot read the stored faces', () => {
  it('does not start, and says how many, of which model, and what to do', async () => {
    const { refusal } = await start();
    expect(refusal).toBe(
      `${TWO_OF_TWO}. Set FACE_PACK back to the old pack, or make faces for the new one with "npx rollcall templates ` +
        're-embed --pack faceapi-128" first; FACE_STALE_ACCEPTED=faceapi-128 goes on without them.',
    );
  });

  it('starts if that is accepted for this very pack, and warns', async () => {
    expect((await start({ FACE_STALE_ACCEPTED: 'fusion' })).refusal).toContain(TWO_OF_TWO);
    expect(await start({ FACE_STALE_ACCEPTED: NEW_PACK })).toEqual({
      refusal: null,
      warnings: expect.stringContaining(TWO_OF_TWO),
    });
  });

  it('starts with a warning when at least as many have a face that it can read', async () => {
    await register(OLD_MODEL, NEW_PACK);
    await register(NEW_PACK);
    expect(await start()).toEqual({ refusal: null, warnings: expect.stringContaining('2 of 4 people') });
  });

  it('starts without a word with the old pack', async () => {
    expect(await start({ FACE_PACK: OLD_MODEL })).toEqual({ refusal: null, warnings: '' });
  });

  it('is a finding of doctor, and the old pack is none', async () => {
    const findingOf = async (pack: string) =>
      (await runChecks(envWith({ FACE_PACK: pack }))).find(({ name }) => name === 'stored faces');
    expect(await findingOf(NEW_PACK)).toMatchObject({
      isOk: false,
      message: TWO_OF_TWO,
      advice: expect.stringContaining('re-embed'),
    });
    expect(await findingOf(OLD_MODEL)).toMatchObject({
      isOk: true,
      message: '2 people, all readable with mobilefacenet-192',
    });
  });
});
