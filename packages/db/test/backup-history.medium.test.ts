import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from '../src/backup/read-snapshot.js';
import { writeArchive } from '../src/backup/write-archive.js';
import { openConnection } from '../src/connection/open-connection.js';
import { type EmbeddedMongo, startEmbeddedMongo } from '../src/embedded/index.js';
import { BackupError } from '../src/index.js';

let folder: string;
let mongo: EmbeddedMongo;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-history-'));
  // Of its own: what is set here would break the snapshots of other tests.
  mongo = await startEmbeddedMongo({ dataDir: folder, searchPath: process.env.PATH ?? '', endsWithParent: true });
});
afterAll(async () => {
  await mongo.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('a backup of a database that keeps no history', () => {
  it('ends with one sentence that names the parameter, and leaves no file', async () => {
    const connection = await openConnection(mongo.uri);
    const native = connection.getClient();
    await native.db('admin').command({ setParameter: 1, minSnapshotHistoryWindowInSeconds: 0 });
    const collection = native.db('rollcall').collection<{ _id: number; text: string }>('things');
    const write = (from: number) =>
      collection.insertMany(Array.from({ length: 5_000 }, (_, i) => ({ _id: from + i, text: 'x'.repeat(200) })));
    await write(0);

    const header = { kind: 'DATA' as const, takenAt: new Date(), migrationVersion: 0, systemKeys: {} };
    const nothing = () => undefined;
    const snapshot = readSnapshot({ connection, without: new Set(), header, onHeader: nothing, onProgress: nothing });
    async function* slowly() {
      let count = 0;
      for await (const document of snapshot) {
        yield document;
        count += 1;
        // Everything that others write in the meantime makes the moment older.
        if (count % 500 === 0) await write(count * 10_000);
      }
    }
    const file = path.join(folder, 'data.backup');
    const taken = writeArchive(file, slowly());
    await expect(taken).rejects.toBeInstanceOf(BackupError);
    await expect(taken).rejects.toThrow('minSnapshotHistoryWindowInSeconds');
    expect((await readdir(folder)).filter((name) => name.startsWith('data.backup'))).toEqual([]);
    await connection.close();
  });
});
