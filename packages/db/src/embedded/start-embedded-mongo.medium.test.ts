import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pollUntil } from './poll-until.js';
import { isAlive } from './runtime-file.js';
import { type EmbeddedMongo, findRunningMongo, startEmbeddedMongo } from './start-embedded-mongo.js';

let dataDir: string;
const started: EmbeddedMongo[] = [];

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'rollcall-mongo-'));
});

afterEach(async () => {
  for (const mongo of started.splice(0)) await mongo.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedMongo> {
  const mongo = await startEmbeddedMongo({ dataDir, searchPath: process.env.PATH ?? '', endsWithParent: true });
  started.push(mongo);
  return mongo;
}

async function withClient<T>(uri: string, work: (client: MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 10_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
  }
}

const write = (uri: string, value: number) =>
  withClient(uri, (client) =>
    client
      .db('test')
      .collection('kept')
      .insertOne({ value }, { writeConcern: { w: 'majority', j: true } }),
  );
const read = (uri: string) =>
  withClient(uri, async (client) =>
    (await client.db('test').collection('kept').find().sort({ value: 1 }).toArray()).map((d) => d.value),
  );

async function killHard(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await pollUntil(async () => !isAlive(pid), 10_000);
}

describe('startEmbeddedMongo', () => {
  it('keeps the data over a clean stop and a new start', async () => {
    const first = await start();
    await write(first.uri, 1);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    const second = await start();
    expect(await read(second.uri)).toEqual([1]);
  });

  it('keeps acknowledged writes over kill -9 and takes the stale lock over', async () => {
    const first = await start();
    await write(first.uri, 1);
    await killHard(first.pid);
    const second = await start();
    expect(second.wasRunning).toBe(false);
    expect(await read(second.uri)).toEqual([1]);
  });

  it('starts on another port when the old one was taken in the meantime', async () => {
    const first = await start();
    await write(first.uri, 1);
    const port = Number(await readFile(join(dataDir, 'mongo', 'port'), 'utf8'));
    await killHard(first.pid);
    const blocker = createServer((socket) => socket.destroy()).listen(port, '127.0.0.1');
    await once(blocker, 'listening');
    const second = await start();
    expect(new URL(second.uri).port).not.toBe(String(port));
    expect(await read(second.uri)).toEqual([1]);
    await write(second.uri, 2);
    blocker.close();
  });

  it('joins the server that already runs on the data directory, and leaves it running on stop', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ wasRunning: true, pid: first.pid });
    await second.stop();
    expect(isAlive(first.pid)).toBe(true);
    expect(await findRunningMongo(dataDir)).toMatchObject({ uri: first.uri });
  });

  it('says in one sentence that another process has the data directory', async () => {
    const first = await start();
    await rm(join(dataDir, 'runtime.json'));
    await expect(start()).rejects.toThrow(/in use by another MongoDB process/);
    expect(isAlive(first.pid)).toBe(true);
  });

  it('lets nobody in without the password', async () => {
    const { uri } = await start();
    const anonymous = uri.replace(/\/\/[^@]*@/, '//');
    await expect(read(anonymous)).rejects.toThrow(/requires authentication/);
    const wrong = uri.replace(/:[^:@]*@/, ':wrong@');
    await expect(read(wrong)).rejects.toThrow(/Authentication failed/);
    for (const file of ['runtime.json', 'mongo/keyfile', 'mongo/password']) {
      expect((await stat(join(dataDir, file))).mode & 0o777).toBe(0o600);
    }
  });

  it('offers transactions and change streams', async () => {
    const { uri } = await start();
    await withClient(uri, async (client) => {
      const kept = client.db('test').collection('kept');
      await kept.insertOne({ value: 0 });
      const stream = kept.watch();
      const next = stream.next();
      await client.withSession((session) => session.withTransaction(() => kept.insertOne({ value: 7 }, { session })));
      expect(await next).toMatchObject({ operationType: 'insert', fullDocument: { value: 7 } });
      await stream.close();
    });
  });

  it('refuses a data directory made by another major version', async () => {
    const first = await start();
    await first.stop();
    const file = join(dataDir, 'mongo', 'binary.json');
    const binary = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...binary, version: '4.4.0' }));
    await expect(start()).rejects.toThrow(/the data was made by 4\.4\.0/);
  });

  it('ends with its parent, however that ends, when asked to', async () => {
    const entry = new URL('../../dist/embedded/index.js', import.meta.url).href;
    const script = `const { startEmbeddedMongo } = await import(${JSON.stringify(entry)});
      const mongo = await startEmbeddedMongo({ dataDir: ${JSON.stringify(dataDir)}, searchPath: process.env.PATH, endsWithParent: true });
      console.log(mongo.pid); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const pid = Number(String(line).trim());
    expect(isAlive(pid)).toBe(true);
    parent.kill('SIGKILL');
    expect(await pollUntil(async () => !isAlive(pid), 20_000)).toBe(true);
  });
});
