import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openConnection } from '../src/connection/open-connection.js';
import { deadlineIn, runWithin } from '../src/index.js';
import { Collection } from '../src/repositories/collection.js';
import { openTestDatabase, type TestDatabase } from '../src/testing/index.js';

let database: TestDatabase;
let connection: Awaited<ReturnType<typeof openConnection>>;
let slow: Collection<{ _id: string }>;
beforeAll(async () => {
  database = await openTestDatabase();
  connection = await openConnection(database.uri);
  const collection = connection.collection<{ _id: string }>('slowReads');
  await collection.insertMany(Array.from({ length: 200 }, () => ({ _id: randomUUID() })));
  const model = connection.model('SlowRead', new connection.base.Schema({ _id: String }), 'slowReads');
  slow = new Collection({ model } as never);
});
afterAll(async () => {
  await connection.close();
  await database.close();
});

/** Takes 20 s if nobody stops it. */
const sleep = { $function: { body: 'function () { sleep(100); return true; }', args: [], lang: 'js' } };
const readSlowly = () => slow.aggregate([{ $match: { $expr: sleep } }]);

describe('a deadline', () => {
  it('stops a read that runs: TIMEOUT, and the server does not go on with it', async () => {
    await expect(runWithin(deadlineIn(400), readSlowly)).rejects.toMatchObject({ code: 'TIMEOUT' });
    const { inprog } = await connection
      .getClient()
      .db('admin')
      .command({ currentOp: 1, ns: /slowReads$/ });
    expect(inprog).toEqual([]);
  });

  it('lets no read begin later, whichever way it reads', async () => {
    const code = 'TIMEOUT';
    const late = <T>(work: () => Promise<T>) => runWithin(deadlineIn(0), work);
    await expect(late(() => slow.findOne({}))).rejects.toMatchObject({ code });
    await expect(late(() => slow.find({}))).rejects.toMatchObject({ code });
    await expect(late(() => slow.count({}))).rejects.toMatchObject({ code });
    await expect(late(() => slow.aggregate([]))).rejects.toMatchObject({ code });
    await expect(late(() => slow.each({}).next())).rejects.toMatchObject({ code });
    await expect(late(() => slow.texts({}, '_id'))).rejects.toMatchObject({ code });
  });

  it('lets writes pass, so that what has failed can be cleared away', async () => {
    const _id = randomUUID();
    await runWithin(deadlineIn(0), () => slow.insert({ _id }));
    expect(await runWithin(deadlineIn(0), () => slow.deleteOne({ _id }))).toBe(true);
  });

  it('that is over hurries nothing any more, and without one nothing ends', async () => {
    expect(await runWithin({ ...deadlineIn(0), isOver: true }, () => slow.count({}))).toBe(200);
    expect(await slow.count({})).toBe(200);
  });
});
