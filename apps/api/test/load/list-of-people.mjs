/**
 * How many pages of the list of people one API gives a second, and how long one takes at half of that: 5,000 people, a signed-in
 * HR administrator, the rows of the dashboard. Exit code 0: the targets were met; 1: not.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { readEnv } from '../../dist/env.js';
import { openRollcallDatabase } from '../../dist/services/open-rollcall-database.js';
import { Api, freePort, Mongo } from '../durability/servers.mjs';
import { inviteHr, signIn } from '../schemathesis/prepare.mjs';
import { cpuSecondsOf } from './cpu-seconds.mjs';

const TARGET = { perSecond: 200, p99Ms: 100 };
const CONNECTIONS = 10;
const DOCUMENTS = path.resolve(import.meta.dirname, '../../../dashboard/features/employees/employees.graphql');
const OPTIONS = {
  people: { type: 'string', default: '5000' },
  seconds: { type: 'string', default: '15' },
  /** Where the profile of the API goes; left out: none is made. */
  'cpu-prof': { type: 'string' },
  json: { type: 'boolean', default: false },
};

/** The first page of the list, with the rows of the dashboard. */
async function listOfPeople() {
  const text = await readFile(DOCUMENTS, 'utf8');
  const row = text.match(/^fragment EmployeeRow(?:.|\n)*?^}$/m)[0];
  const list = '{ nodes { ...EmployeeRow } pageInfo { hasNextPage endCursor } totalCount }';
  const query = `query Employees($first: Int) { employees(first: $first) ${list} }\n${row}`;
  return JSON.stringify({ query, variables: { first: 20 } });
}

async function addPeople(dataDir, uri, count) {
  const database = await openRollcallDatabase({ ...readEnv(), ROLLCALL_DATA_DIR: dataDir }, uri);
  try {
    const [site] = await database.repositories.sites.listAll();
    const at = new Date();
    const dates = { joiningDate: null, leavingDate: null, createdAt: at, updatedAt: at };
    for (let i = 0; i < count; i += 1) {
      const name = { number: String(10_000 + i), name: `Person ${i}`, email: null, externalId: null };
      const more = { siteId: site.id, status: 'ACTIVE', ...dates };
      await database.repositories.employees.insert({ id: randomUUID(), ...name, ...more });
    }
  } finally {
    await database.close();
  }
}

/** @param {number} [rate] requests a second; left out: as many as there are answers */
async function measure({ url, cookies, body, seconds, pids, rate }) {
  let opened = 0;
  const before = pids.map(cpuSecondsOf);
  const result = await autocannon({
    ...{ url: `${url}/graphql`, method: 'POST', body, duration: seconds, connections: CONNECTIONS },
    headers: { 'content-type': 'application/json' },
    // Each connection with a session of its own: one for all would share the reading of it.
    setupClient: (client) => {
      client.setHeaders({ 'content-type': 'application/json', cookie: cookies[opened % cookies.length] });
      opened += 1;
    },
    ...(rate === undefined ? {} : { overallRate: rate }),
    verifyBody: (text) => text.includes('"totalCount":') && !text.includes('"errors"'),
  });
  const done = result.requests.total;
  const [api, mongo] = pids.map((pid, at) => ((cpuSecondsOf(pid) - before[at]) * 1_000) / done);
  const failed = result.errors + result.timeouts + result.mismatches + result.non2xx;
  const { p50, p99 } = result.latency;
  return { perSecond: result.requests.average, p50Ms: p50, p99Ms: p99, apiCpuMs: api, mongoCpuMs: mongo, failed };
}

async function run(dataDir, values) {
  const mongo = new Mongo(dataDir);
  await mongo.start();
  const admin = { email: 'owner@example.org', password: randomBytes(12).toString('base64url') };
  const profile = values['cpu-prof'];
  const nodeArgs = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const api = new Api({ dataDir, mongoUri: mongo.uri, port: await freePort(), admin, nodeArgs });
  try {
    await api.start();
    const hr = await inviteHr(api.url, admin);
    const cookies = [];
    while (cookies.length < CONNECTIONS) cookies.push(await signIn(api.url, hr));
    await addPeople(dataDir, mongo.uri, Number(values.people));
    const pids = [api.pid, mongo.pid];
    const what = { url: api.url, cookies, body: await listOfPeople(), seconds: Number(values.seconds), pids };
    await measure({ ...what, seconds: 5 });
    const most = await measure(what);
    const half = await measure({ ...what, rate: Math.max(1, Math.round(most.perSecond / 2)) });
    return { most, half };
  } finally {
    await api.stop();
    await mongo.stop();
  }
}

function report({ most, half }, isJson) {
  const line = (name, { perSecond, p50Ms, p99Ms, apiCpuMs, mongoCpuMs, failed }) =>
    `${name}: ${perSecond.toFixed(0)}/s, p50 ${p50Ms} ms, p99 ${p99Ms} ms, processor time a request: API ${apiCpuMs.toFixed(2)} ms, MongoDB ${mongoCpuMs.toFixed(2)} ms, failed ${failed}`;
  const text = isJson ? JSON.stringify({ most, half }) : `${line('at most', most)}\n${line('at half', half)}`;
  process.stdout.write(`${text}\n`);
  const isMet = most.perSecond >= TARGET.perSecond && half.p99Ms < TARGET.p99Ms && most.failed + half.failed === 0;
  if (!isMet)
    process.stdout.write(`Target: ${TARGET.perSecond}/s and a p99 below ${TARGET.p99Ms} ms. It was not met here.\n`);
  return isMet;
}

const { values } = parseArgs({ options: OPTIONS });
const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-load-'));
try {
  process.exitCode = report(await run(dataDir, values), values.json) ? 0 : 1;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}
