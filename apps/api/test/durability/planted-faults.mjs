import { randomUUID } from 'node:crypto';
import { findFaults } from './verify.mjs';

/** Ways in which a mark could be lost, doubled or forged, each done to the database of the check and taken back. */
const FAULTS = [
  { name: 'an event is lost', plant: loseEvent },
  { name: 'an event is double', plant: doubleEvent },
  { name: 'an audit entry is changed', plant: changeAudit },
];

/**
 * A check counts only if it can fail: plants each fault and looks whether it is found.
 *
 * @returns {Promise<{ planted: number, found: number, missed: string[] }>}
 */
export async function proveThatFaultsAreFound(database, marks, others) {
  const missed = [];
  const before = (await findFaults(database, marks, others)).join();
  for (const { name, plant } of FAULTS) {
    const takeBack = await plant(database.nativeDb, marks);
    if ((await findFaults(database, marks, others)).join() === before) missed.push(name);
    await takeBack();
  }
  return { planted: FAULTS.length, found: FAULTS.length - missed.length, missed };
}

const lastEventId = (marks) => marks.findLast(({ answer }) => answer.payload?.event).answer.payload.event.id;

async function loseEvent(db, marks) {
  const events = db.collection('attendanceEvents');
  const event = await events.findOneAndDelete({ _id: lastEventId(marks) });
  return () => events.insertOne(event);
}

async function doubleEvent(db, marks) {
  const events = db.collection('attendanceEvents');
  const event = await events.findOne({ _id: lastEventId(marks) });
  const _id = randomUUID();
  await events.insertOne({ ...event, _id, attemptId: null, at: new Date(event.at.getTime() - 1) });
  return () => events.deleteOne({ _id });
}

async function changeAudit(db) {
  const entries = db.collection('auditEntries');
  const entry = await entries.findOne({ action: 'ATTENDANCE_RECORDED' });
  await entries.updateOne({ _id: entry._id }, { $set: { outcome: 'REFUSED' } });
  return () => entries.updateOne({ _id: entry._id }, { $set: { outcome: entry.outcome } });
}
