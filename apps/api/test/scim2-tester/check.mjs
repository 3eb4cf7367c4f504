/**
 * scim2-tester, which checks servers against RFC 7643 and 7644, on the running API. Exit code 0: it found no error but those that
 * are known and listed in tester.py; 1: others, or fewer checks than there were.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTool } from '../../../../scripts/bootstrap/run-tool.mjs';
import { createKey } from '../durability/people.mjs';
import { Api, freePort, Mongo } from '../durability/servers.mjs';
import { installPythonTool } from '../python-tool.mjs';
import { sender, signIn } from '../schemathesis/prepare.mjs';

/** The versions that were tried; Apache 2.0, httpx2 BSD. */
const PACKAGES = ['scim2-tester==0.5.2', 'scim2-client[httpx2]==0.13.2', 'scim2-models==0.12.3'];

/** What it may send as a department: /Schemas says which there are. */
async function createDepartments(url, account) {
  const send = sender(url, await signIn(url, account));
  const query = 'mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { id } }';
  for (const name of ['Sales', 'Stores', 'Workshop', 'Office']) await send(query, { input: { name } });
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-scim-'));
const mongo = new Mongo(dataDir);
const admin = { email: 'owner@example.org', password: randomBytes(12).toString('base64url') };
try {
  const python = await installPythonTool('scim2-tester-0.5.2', PACKAGES, 'python');
  await mongo.start();
  const api = new Api({ dataDir, mongoUri: mongo.uri, port: await freePort(), admin });
  try {
    await api.start();
    await createDepartments(api.url, admin);
    const env = {
      SCIM_URL: `${api.url}/scim/v2`,
      SCIM_KEY: await createKey(api.url, admin),
      PYTHONDONTWRITEBYTECODE: '1',
    };
    const { code } = await runTool(python, [path.join(import.meta.dirname, 'tester.py')], { env, isVerbose: true });
    process.exitCode = code;
  } finally {
    await api.stop();
  }
} finally {
  await mongo.stop();
  await rm(dataDir, { recursive: true, force: true });
}
