/**
 * No mark is lost, none is double: sends marks at a steady rate to a Rollcall of its own on the loopback interface while its processes
 * are killed, and compares afterwards what clients were told with what is stored. Exit code 0: all as told; 1: not; 2: could not tell.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnv } from '../../dist/env.js';
import { openRollcallDatabase } from '../../dist/services/open-rollcall-database.js';
import { causeFaults, planOf } from './faults.mjs';
import { Load } from './load.mjs';
import { checkOneKey } from './one-key.mjs';
import { createKey, createPeople } from './people.mjs';
import { proveThatFaultsAreFound } from './planted-faults.mjs';
import { Api, freePort, Mongo } from './servers.mjs';
import { countChangedReplays, findFaults, refusedMarks } from './verify.mjs';

const LIMITS = { kills: 100, freezes: 5, stops: 5, rate: 100, people: 200 };
const OPTIONS = {
  kills: { type: 'string', default: '30' },
  freezes: { type: 'string', default: '1' },
  stops: { type: 'string', default: '1' },
  rate: { type: 'string', default: '50' },
  people: { type: 'string', default: '200' },
  json: { type: 'boolean', default: false },
};

function readArguments() {
  const { values } = parseArgs({ options: OPTIONS });
  const numbers = Object.entries(LIMITS).map(([name, most]) => {
    const number = Number(values[name]);
    if (!Number.isInteger(number) || number < 0 || number > most) throw new Error(`--${name} is 0 to ${most}`);
    return [name, number];
  });
  return { ...Object.fromEntries(numbers), isJson: values.json };
}

async function check({ rate, people, ...faults }, { mongo, api, dataDir, admin, say }) {
  const key = await createKey(api.url, admin);
  const client = { url: api.url, key };
  const staff = await createPeople(client, people);
  const oneKey = await checkOneKey(client, staff);
  say(
    `one key: ${oneKey.calls} calls, ${oneKey.events} event, ${oneKey.equalAnswers} equal answers, then ${oneKey.conflict}`,
  );
  const load = new Load(client, staff, rate);
  load.begin();
  await causeFaults(planOf(faults), { mongo, api }, say);
  await load.end();
  const changedReplays = await countChangedReplays(client, load.marks);
  const database = await openRollcallDatabase(readEnv({ ROLLCALL_DATA_DIR: dataDir }), mongo.uri);
  try {
    const found = await findFaults(database, load.marks, oneKey.events);
    const proof = await proveThatFaultsAreFound(database, load.marks, oneKey.events);
    return figures({ ...faults, oneKey, load, changedReplays, found, proof, orphans: api.orphans });
  } finally {
    await database.close();
  }
}

function figures({ oneKey, load, changedReplays, found, proof, orphans, ...faults }) {
  const { marks, skipped } = load;
  const waits = marks.map(({ answer }) => answer.ms).sort((a, b) => a - b);
  const all = [
    ...oneKey.faults,
    ...found,
    ...(changedReplays === 0 ? [] : [`${changedReplays} marks got another answer when they were sent again`]),
    ...(orphans === 0 ? [] : [`${orphans} face workers went on after their API was killed`]),
    ...proof.missed.map((name) => `the check does not notice that ${name}`),
  ];
  return {
    ...faults,
    seconds: Math.round((load.endedAt - load.beganAt) / 1000),
    marks: marks.length,
    marksPerSecond: Math.round((marks.length * 10_000) / (load.endedAt - load.beganAt)) / 10,
    notBegun: skipped,
    sentAgain: marks.filter(({ answer }) => answer.tries > 1).length,
    acknowledged: marks.filter(({ answer }) => answer.payload?.event).length,
    refused: refusedMarks(marks).length,
    answerMs: { p50: waits[Math.floor(waits.length / 2)], longest: waits.at(-1) },
    oneKey: {
      calls: oneKey.calls,
      events: oneKey.events,
      equalAnswers: oneKey.equalAnswers,
      conflict: oneKey.conflict,
    },
    plantedFaults: { planted: proof.planted, found: proof.found },
    faults: all,
  };
}

async function main() {
  const options = readArguments();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'rollcall-durability-'));
  const admin = { email: 'owner@example.org', password: randomBytes(18).toString('base64url') };
  const mongo = new Mongo(dataDir);
  let api;
  try {
    await mongo.start();
    api = new Api({ dataDir, mongoUri: mongo.uri, port: await freePort(), admin });
    await api.start();
    const say = options.isJson ? () => undefined : (line) => console.log(line);
    const { isJson, ...load } = options;
    const result = await check(load, { mongo, api, dataDir, admin, say });
    console.log(JSON.stringify(result, null, 2));
    return result.faults.length === 0 ? 0 : 1;
  } finally {
    await api?.stop();
    await mongo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

process.exitCode = await main().catch((error) => {
  console.error(error);
  return 2;
});
