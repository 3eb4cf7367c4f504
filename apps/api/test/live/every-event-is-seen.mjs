/**
 * Every listener sees every mark: two APIs over one MongoDB, listeners on both, marks at a steady rate, and one of the APIs is killed
 * and started again meanwhile. Exit code 0: all saw all, in order; 1: not; 2: could not tell.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { readEnv } from '../../dist/env.js';
import { openRollcallDatabase } from '../../dist/services/open-rollcall-database.js';
import { createKey } from '../durability/people.mjs';
import { Api, freePort, Mongo } from '../durability/servers.mjs';
import { Listener } from './listeners.mjs';

const LIMITS = { listeners: 1_000, kills: 20, rate: 100 };
const OPTIONS = {
  listeners: { type: 'string', default: '200' },
  kills: { type: 'string', default: '1' },
  rate: { type: 'string', default: '20' },
  json: { type: 'boolean', default: false },
};
/** One key may have 50 sockets on a process; each has a few to spare. */
const LISTENERS_PER_KEY = 40;
const HEARD_WITHIN_MS = 60_000;

function readArguments() {
  const { values } = parseArgs({ options: OPTIONS });
  const numbers = Object.entries(LIMITS).map(([name, most]) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 1 || number > most) throw new Error(`--${name} is 1 to ${most}`);
    return [name, number];
  });
  return { ...Object.fromEntries(numbers), isJson: values.json };
}

/** Marks as a third process would write them, one transaction each: their order in the database is their order here. */
class Marks {
  ids = [];
  failure = null;
  #at = Date.UTC(2026, 0, 1);

  constructor(database) {
    this.database = database;
  }

  async make() {
    this.#at += 1_000;
    const at = new Date(this.#at);
    const nothing = { siteId: null, attemptId: null, deviceId: null, replacesEventId: null, costCentre: null };
    const event = {
      ...{ id: randomUUID(), employeeId: randomUUID(), kind: 'AUTO', at, timeZone: 'UTC', recordedAt: at, ...nothing },
      ...{ localDate: '2026-01-01', source: 'API', assurance: 'PIN', isVoid: false, isRemote: false },
      actor: { kind: 'SYSTEM', id: 'check' },
    };
    const { repositories, withTransaction } = this.database;
    await withTransaction((session) => repositories.attendanceEvents.insert(event, { session }));
    this.ids.push(event.id);
  }

  async makeUntil(signal, rate) {
    while (!signal.aborted && this.failure === null) {
      await this.make().catch((error) => {
        this.failure = error;
      });
      await sleep(1_000 / rate);
    }
  }
}

async function until(isTrue, what, marks) {
  const end = Date.now() + HEARD_WITHIN_MS;
  while (!isTrue()) {
    if (marks.failure !== null) throw marks.failure;
    if (Date.now() > end) throw new Error(`${what} did not happen within ${HEARD_WITHIN_MS} ms`);
    await sleep(50);
  }
}

async function check({ listeners: count, kills, rate }, { apis, admin, database, say }) {
  const keys = await createKeys(apis[0].url, admin, Math.ceil(count / LISTENERS_PER_KEY));
  const listeners = Array.from(
    { length: count },
    (_, index) => new Listener(apis[index % apis.length].url, keys[Math.floor(index / LISTENERS_PER_KEY)]),
  );
  const marks = new Marks(database);
  const load = new AbortController();
  const making = marks.makeUntil(load.signal, rate);
  // A listener that has seen nothing yet has no cursor to come back with.
  await until(() => listeners.every(({ seen }) => seen.length > 0), 'the first mark for each', marks);
  say(`${count} listeners are heard on ${apis.length} processes`);
  const outages = [];
  for (let kill = 0; kill < kills; kill += 1) {
    await sleep(1_000);
    const at = Date.now();
    await apis[0].kill();
    await sleep(1_000);
    await apis[0].start();
    outages.push(Date.now() - at);
    const newest = marks.ids.at(-1);
    await until(() => listeners.every((one) => one.has(newest)), 'the newest mark for each', marks);
    say(
      `killed and back after ${outages.at(-1)} ms; all had the newest mark ${Date.now() - at - outages.at(-1)} ms later`,
    );
  }
  load.abort();
  await making;
  const last = marks.ids.at(-1);
  await until(() => listeners.every((one) => one.has(last)), 'the last mark for each', marks);
  await Promise.all(listeners.map((one) => one.end()));
  return figures({ listeners, marks: marks.ids, outages });
}

/** What each must have seen: everything from its first mark on, in the order of the database. */
function figures({ listeners, marks, outages }) {
  const placeOf = new Map(marks.map((id, place) => [id, place]));
  const sum = (count) => listeners.reduce((total, one) => total + count(one), 0);
  return {
    listeners: listeners.length,
    marks: marks.length,
    outagesMs: outages,
    resumed: sum((one) => one.resumed),
    doubles: sum((one) => one.doubles),
    missed: sum(({ seen }) => marks.length - placeOf.get(seen[0]) - seen.length),
    outOfOrder: sum(({ seen }) => seen.filter((id, i) => i > 0 && placeOf.get(id) < placeOf.get(seen[i - 1])).length),
    refusals: [...new Set(listeners.flatMap((one) => one.refusals))],
  };
}

async function createKeys(url, admin, count) {
  const keys = [];
  for (let index = 0; index < count; index += 1) keys.push(await createKey(url, admin));
  return keys;
}

async function main() {
  const options = readArguments();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-live-'));
  const admin = { email: 'owner@example.org', password: randomBytes(18).toString('base64url') };
  const mongo = new Mongo(dataDir);
  const apis = [];
  let database;
  try {
    await mongo.start();
    for (let index = 0; index < 2; index += 1) {
      const api = new Api({ dataDir, mongoUri: mongo.uri, port: await freePort(), admin });
      apis.push(api);
      await api.start();
    }
    database = await openRollcallDatabase(readEnv({ ROLLCALL_DATA_DIR: dataDir }), mongo.uri);
    const say = options.isJson ? () => undefined : (line) => console.log(line);
    const result = await check(options, { apis, admin, database, say });
    console.log(JSON.stringify(result, null, 2));
    return result.missed + result.outOfOrder + result.refusals.length === 0 ? 0 : 1;
  } finally {
    await Promise.all(apis.map((api) => api.stop()));
    await database?.close();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error);
  return 2;
});
