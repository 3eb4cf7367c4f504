import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { openTestDatabase } from '../src/testing/index.js';

const DAY_MS = 24 * 3_600_000;

it('a database of before keeps no photos unasked, and its refused rows and invitations end in 30 days', async () => {
  const first = await openTestDatabase();
  const [issue, invitation] = [randomUUID() as never, randomUUID() as never];
  const db = first.nativeDb;
  await db.collection('settings').updateMany({}, { $set: { attemptPhotoRetentionDays: 7 } });
  await db
    .collection('jobIssues')
    .insertOne({ _id: issue, jobId: 'j', row: 1, code: 'X', reason: 'x', original: 'Ada' });
  await db.collection('invitations').insertOne({ _id: invitation, email: 'ada@example.org' });
  for (const version of [6, 7]) await db.collection('migrations').deleteOne({ _id: version as never });
  await first.close();

  const { repositories, nativeDb, close } = await openTestDatabase({ uri: first.uri, masterKeys: first.masterKeys });
  expect((await repositories.settings.get()).attemptPhotoRetentionDays).toBe(0);
  const end = (at: Date) => Math.round((at.getTime() - Date.now()) / DAY_MS);
  expect(end((await nativeDb.collection('jobIssues').findOne({ _id: issue }))?.expiresAt)).toBe(30);
  expect(end((await nativeDb.collection('invitations').findOne({ _id: invitation }))?.deleteAt)).toBe(30);
  await close();
});
