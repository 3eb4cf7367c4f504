import { ask } from './client.mjs';

const AT_ONCE = 20;
/** Share of all marks. */
const MOST_PAUSED = 0.05;
const MARK_ACTIONS = ['ATTENDANCE_RECORDED', 'ATTENDANCE_RECORDED_FOR'];

/**
 * Compares what clients were told with what is stored.
 *
 * @param {import('@rollcall/db').Database} database
 * @param {{ request: object, answer: { payload: object | null, code: string | null } }[]} marks each begun mark with its answer
 * @param {number} others events that were recorded before the marks began
 * @returns {Promise<string[]>} what is wrong, one sentence each; empty: all is as it was told
 */
export async function findFaults(database, marks, others) {
  const db = database.nativeDb;
  const events = await db.collection('attendanceEvents').find().toArray();
  const ids = new Set(events.map(({ _id }) => _id));
  const told = marks.map(({ answer }) => answer.payload?.event?.id ?? null);
  const acknowledged = told.filter((id) => id !== null);
  const lost = acknowledged.filter((id) => !ids.has(id));
  const unanswered = marks.filter(({ answer }) => answer.payload === null);
  const refused = refusedMarks(marks).filter((mark) => !isPaused(mark));
  const audited = await auditedEvents(db);
  return [
    ...count(lost.length, 'acknowledged events are lost'),
    ...count(acknowledged.length - new Set(acknowledged).size, 'events answer two keys'),
    ...count(events.length - others - acknowledged.length, 'events more than keys that were answered'),
    ...count(await sharedAttempts(db), 'attempts have two events'),
    ...count(unanswered.length, `marks got no answer (${[...new Set(unanswered.map(({ answer }) => answer.code))]})`),
    ...count(
      refused.length,
      `marks were refused (${[...new Set(refused.map(({ answer }) => answer.payload.outcome))]})`,
    ),
    ...tooManyPauses(marks),
    ...count(events.filter(({ _id }) => audited.get(_id) !== 1).length, 'events have not exactly one audit entry'),
    ...count([...audited.keys()].filter((id) => !ids.has(id)).length, 'audit entries name an event that is not there'),
    ...count(Math.abs(events.length - (await markedInDays(db))), 'events are missing from, or too many in, the days'),
    ...(await auditFaults(database)),
  ];
}

export const refusedMarks = (marks) => marks.filter(({ answer }) => answer.payload && !answer.payload.event);

/**
 * Attempts by face or PIN that a killed process left behind count as failed for a minute; five of them pause that face or PIN. The person
 * is told so at once, and no mark was promised.
 */
const isPaused = ({ request, answer }) => request.isThrottled && answer.payload.outcome === 'LOCKED_OUT';

/** A crash may pause a few PINs. If it were many, people with the right PIN would stand before a closed gate. */
function tooManyPauses(marks) {
  const paused = marks.filter((mark) => !mark.request.isFace && mark.answer.payload && isPaused(mark)).length;
  return count(paused > marks.length * MOST_PAUSED ? paused : 0, 'marks by PIN met a pause');
}

const count = (number, what) => (number === 0 ? [] : [`${number} ${what}`]);

async function auditedEvents(db) {
  const filter = { action: { $in: MARK_ACTIONS }, 'details.eventId': { $type: 'string' } };
  const entries = await db.collection('auditEntries').find(filter).toArray();
  const times = new Map();
  for (const { details } of entries) times.set(details.eventId, (times.get(details.eventId) ?? 0) + 1);
  return times;
}

async function sharedAttempts(db) {
  const groups = [{ $group: { _id: '$attemptId', events: { $sum: 1 } } }, { $match: { events: { $gt: 1 } } }];
  return (await db.collection('attendanceEvents').aggregate(groups).toArray()).length;
}

/** Every mark lies in one day or is kept as outside of all of them. */
async function markedInDays(db) {
  const sum = [{ $group: { _id: null, marks: { $sum: '$markCount' } } }];
  const [days] = await db.collection('dayRecords').aggregate(sum).toArray();
  return (days?.marks ?? 0) + (await db.collection('offShiftMarks').countDocuments());
}

async function auditFaults(database) {
  while (((await database.sealAudit()) ?? 1) > 0);
  const result = await database.verifyAudit();
  return result.isIntact ? [] : [`the audit chain is broken: ${result.firstFault.reason}`];
}

/**
 * Sends every answered mark once more.
 *
 * @returns {Promise<number>} how many got another answer than the first time
 */
export async function countChangedReplays(api, marks) {
  const queue = marks.filter(({ answer }) => answer.payload !== null);
  let changed = 0;
  const work = async () => {
    for (let mark = queue.pop(); mark !== undefined; mark = queue.pop()) {
      const { data } = await ask(api, mark.request.query, { input: mark.request.input });
      const again = Object.values(data ?? {})[0];
      const isSame = again?.replayed === true && keyOf(again) === keyOf(mark.answer.payload);
      if (!isSame) changed += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return changed;
}

const keyOf = ({ outcome, event, attempt }) => `${outcome} ${event?.id} ${attempt.id}`;
