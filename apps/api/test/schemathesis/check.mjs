/**
 * Schemathesis against the running API, as an HR administrator. Exit code 0: enough operations answered with data and nothing
 * broke; 1: not; 2: schemathesis cannot be had.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSchema } from 'graphql';
import { runTool } from '../../../../scripts/bootstrap/run-tool.mjs';
import { BootstrapError, say } from '../../../../scripts/bootstrap/say.mjs';
import { Api, freePort, Mongo } from '../durability/servers.mjs';
import { installSchemathesis } from './install.mjs';
import { listsOf } from './lists.mjs';
import { inviteHr, prepare, signIn } from './prepare.mjs';
import { Reached } from './reached.mjs';
import { startRecordingProxy } from './recording-proxy.mjs';
import { reportOf } from './report.mjs';

const SCHEMA = path.resolve(import.meta.dirname, '../../schema.graphql');
const OPTIONS = {
  examples: { type: 'string', default: '25' },
  seed: { type: 'string', default: '1' },
  /** `Query.employees` or `Mutation.createEmployee`: these alone, to look closer; too few are then reached. */
  only: { type: 'string', multiple: true, default: [] },
};
/** The exit code where there is no Python, or no package index to get it from. */
const NOT_TO_BE_HAD = 2;

async function run(dataDir) {
  const { values } = parseArgs({ options: OPTIONS });
  const schemathesis = await installSchemathesis();
  const mongo = new Mongo(dataDir);
  await mongo.start();
  const admin = { email: 'owner@example.org', password: randomBytes(12).toString('base64url') };
  const api = new Api({ dataDir, mongoUri: mongo.uri, port: await freePort(), admin });
  const reached = new Reached(buildSchema(await readFile(SCHEMA, 'utf8')));
  let proxy;
  try {
    await api.start();
    proxy = await startRecordingProxy(api.url, (exchange) => reached.add(exchange));
    const env = await environment(dataDir, api.url, proxy.url, { admin, seed: values.seed });
    const { code } = await runTool(schemathesis, argumentsOf(values, proxy.url), {
      env,
      cwd: dataDir,
      isVerbose: true,
    });
    return { reached, code };
  } finally {
    proxy?.close();
    await api.stop();
    await mongo.stop();
  }
}

const argumentsOf = (values, url) => [
  ...['run', SCHEMA, '--url', `${url}/graphql`, '--checks', 'no_fault', '--continue-on-failure'],
  ...['--max-examples', values.examples, '--seed', values.seed, '--no-color', '--request-timeout', '60'],
  ...['--phases', 'fuzzing,stateful', '--no-shrink', '--suppress-health-check', 'all', '--generation-database', 'none'],
  ...values.only.flatMap((name) => ['--include-name', name]),
];

/** Prepares the organisation, and says to the hooks what is there and who asks. */
async function environment(dataDir, apiUrl, proxyUrl, { admin, seed }) {
  const hr = await inviteHr(apiUrl, admin);
  const cookie = await signIn(apiUrl, hr);
  for (let spare = 0; spare < 8; spare += 1) await signIn(apiUrl, hr);
  const { userId, lastMonth, ...seeds } = await prepare(proxyUrl, cookie);
  const file = path.join(dataDir, 'seeds.json');
  await writeFile(file, JSON.stringify(seeds));
  return {
    SCHEMATHESIS_HOOKS: path.resolve(import.meta.dirname, 'hooks.py'),
    PYTHONPATH: import.meta.dirname,
    PYTHONDONTWRITEBYTECODE: '1',
    ROLLCALL_SEED: seed,
    ROLLCALL_API: apiUrl,
    ROLLCALL_COOKIE: cookie,
    ROLLCALL_SEEDS: file,
    ROLLCALL_SCHEMA: SCHEMA,
    ROLLCALL_LISTS: listsOf({ userId, lastMonth, employeeIds: seeds.employeeIds }),
  };
}

const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-schemathesis-'));
try {
  process.exitCode = reportOf(await run(dataDir)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof BootstrapError)) throw error;
  say(`✗ ${error.message}`);
  process.exitCode = NOT_TO_BE_HAD;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
