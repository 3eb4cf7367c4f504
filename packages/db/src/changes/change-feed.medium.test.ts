import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, openTestDatabase, type TestDatabase } from '../testing/index.js';
import { CatchUp, Turns } from './catch-up.js';
import { decodeChangeCursor, encodeChangeCursor } from './change-cursor.js';
import { ChangeFeed, type Changes } from './change-feed.js';
import { SlowReaderError } from './change-queue.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let minute = 0;
/** Marks in one transaction each, so that their order is known. */
async function mark(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    minute += 1;
    const event = anEvent(randomUUID(), { at: new Date(Date.UTC(2026, 0, 1, 0, minute)) });
    await database.withTransaction((session) => database.repositories.attendanceEvents.insert(event, { session }));
    ids.push(event.id);
  }
  return ids;
}

async function take(changes: Changes<{ readonly id: string }>, count: number) {
  const seen: { id: string; cursor: string }[] = [];
  while (seen.length < count) {
    const { value, done } = await changes.next();
    if (done === true) throw new Error(`ended after ${seen.length} of ${count}`);
    seen.push({ id: value.value.id, cursor: value.cursor });
  }
  return seen;
}

const idsOf = (seen: readonly { readonly id: string }[]): string[] => seen.map(({ id }) => id);

/** Change streams that are open on the server over the marks of this database. */
async function openStreams(): Promise<number> {
  const admin = database.nativeClient.db('admin');
  const stages = [
    { $currentOp: { allUsers: true, idleCursors: true } },
    { $match: { ns: `${database.nativeDb.databaseName}.attendanceEvents`, 'cursor.tailable': true } },
    { $count: 'count' },
  ];
  const [found] = await admin.aggregate<{ count: number }>(stages, { readConcern: { level: 'local' } }).toArray();
  return found?.count ?? 0;
}

describe('a change feed', () => {
  it('gives every reader what happens after it began to follow, in order', async () => {
    const feed = database.changes.attendanceEvents;
    const [a, b] = await Promise.all([feed.follow(), feed.follow()]);
    const ids = await mark(5);
    expect(idsOf(await take(a, 5))).toEqual(ids);
    expect(idsOf(await take(b, 5))).toEqual(ids);
    await Promise.all([a.return(), b.return()]);
  });

  it('opens one change stream for any number of readers, and none when they are gone', async () => {
    const feed = database.changes.attendanceEvents;
    const readers = await Promise.all(Array.from({ length: 30 }, () => feed.follow()));
    expect(await openStreams()).toBe(1);
    await Promise.all(readers.map((reader) => reader.return()));
    await expect.poll(openStreams).toBe(0);
  });

  it('goes on after a cursor without a gap or a double, also while marks go on being made', async () => {
    const feed = new ChangeFeed(database.nativeDb, marksSource);
    const first = await feed.follow();
    const before = await mark(3);
    const [seen] = await take(first, 1);
    await first.return();
    const other = new ChangeFeed(database.nativeDb, marksSource);
    const missed = await mark(20);
    const [resumed, during] = await Promise.all([other.follow(seen?.cursor), mark(20)]);
    const after = await mark(5);
    const expected = [...before.slice(1), ...missed, ...during, ...after];
    expect(idsOf(await take(resumed, expected.length))).toEqual(expected);
    await resumed.return();
    await Promise.all([feed.close(), other.close()]);
    await expect.poll(openStreams).toBe(0);
  });

  it('leaves the stream of the past once a resumed reader has caught up', async () => {
    const feed = new ChangeFeed(database.nativeDb, marksSource);
    const first = await feed.follow();
    await mark(1);
    const [seen] = await take(first, 1);
    const ids = await mark(3);
    const resumed = await feed.follow(seen?.cursor);
    expect(idsOf(await take(resumed, 3))).toEqual(ids);
    const waiting = take(resumed, 1);
    const [last] = await mark(1);
    expect(idsOf(await waiting)).toEqual([last]);
    await expect.poll(openStreams).toBe(1);
    await feed.close();
  });

  it('ends a reader at once, also one that waits', async () => {
    const reader = await database.changes.attendanceEvents.follow();
    const waiting = reader.next();
    await reader.return();
    expect(await waiting).toEqual({ done: true, value: undefined });
  });

  it('stops asking when a reader leaves while it catches up', async () => {
    const feed = database.changes.attendanceEvents;
    const reader = await feed.follow();
    await mark(1);
    const [seen] = await take(reader, 1);
    await reader.return();
    const after = decodeChangeCursor('marks', seen?.cursor ?? '');
    const neverReached = { after, until: 'Z' as typeof after };
    const catchUp = await CatchUp.open(database.nativeDb, marksSource, neverReached, new Turns());
    const next = catchUp.next();
    await catchUp.close();
    expect(await next).toBeNull();
  });

  it('refuses a cursor that is none, or of another feed, or of a time that is gone', async () => {
    const feed = database.changes.attendanceEvents;
    await expect(feed.follow('nonsense')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const foreign = encodeChangeCursor('attempts', '8266');
    await expect(feed.follow(foreign)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const damaged = encodeChangeCursor('marks', '0123456789ABCDEF');
    await expect(feed.follow(damaged)).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    const reader = await feed.follow();
    await mark(1);
    const [seen] = await take(reader, 1);
    const [, position] = JSON.parse(Buffer.from(seen?.cursor ?? '', 'base64url').toString()) as [string, string];
    // Two seconds earlier: a moment at which nothing of that kind is in the log of the server.
    const earlier = (Number.parseInt(position.slice(2, 10), 16) - 2).toString(16).toUpperCase();
    const gone = encodeChangeCursor('marks', `82${earlier}${position.slice(10)}`);
    await expect(feed.follow(gone)).rejects.toMatchObject({ code: 'RESYNC_REQUIRED' });
    await reader.return();
  });

  it('ends a reader that lets too much wait, and only that one', async () => {
    const feed = new ChangeFeed(database.nativeDb, marksSource, 3);
    const [slow, quick] = await Promise.all([feed.follow(), feed.follow()]);
    const read = take(quick, 4);
    await mark(4);
    await read;
    await expect(take(slow, 1)).rejects.toBeInstanceOf(SlowReaderError);
    await feed.close();
  });
});

const marksSource = {
  name: 'marks',
  collection: 'attendanceEvents',
  operations: ['insert'],
  toValue: ({ id }: { readonly id: string }) => ({ id }),
} as const;
