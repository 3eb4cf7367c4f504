import type { ApprovalKind } from '@rollcall/contracts';
import { addDays } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import { INBOX_DAYS } from './day-occurrences.js';
import { hoursBefore, NOTHING_ELSE, type Occurrence, type OccurrenceSource } from './occurrence.js';

/** Corrections, leave and overtime that wait for a decision longer than is allowed. */
export const dueApprovals: OccurrenceSource = async (context, { approvalDueHours }, today) => {
  const { db, now } = context;
  const waitingSince = hoursBefore(now(), approvalDueHours);
  const corrections = (await db.corrections.listWaiting(waitingSince)).map(
    ({ id, employeeId, siteId, localDate, createdAt }) =>
      occurrenceOf('CORRECTION', id, { employeeId, siteId, localDate, since: createdAt }),
  );
  const open = [
    ...corrections,
    ...(await leavesSince(context, waitingSince)),
    ...(await overtimeSince(context, waitingSince, addDays(today, -INBOX_DAYS))),
  ];
  return { open, toldFrom: null, settledFrom: null };
};

async function leavesSince({ db }: ServiceContext, waitingSince: Date): Promise<readonly Occurrence[]> {
  const leaves = await db.leaves.listWaiting(waitingSince);
  const people = await db.employees.listByIds([...new Set(leaves.map(({ employeeId }) => employeeId))]);
  const siteOf = new Map(people.map(({ id, siteId }) => [id, siteId]));
  return leaves.map(({ id, employeeId, from, createdAt }) =>
    occurrenceOf('LEAVE', id, {
      employeeId,
      siteId: siteOf.get(employeeId) ?? null,
      localDate: from,
      since: createdAt,
    }),
  );
}

async function overtimeSince({ db }: ServiceContext, waitingSince: Date, from: string): Promise<readonly Occurrence[]> {
  const open: Occurrence[] = [];
  for await (const day of db.dayRecords.eachBrief({ flag: 'OVERTIME_PENDING', from })) {
    const { employeeId, siteId, workDate, isFinal, lastOutAt, computedAt } = day;
    const since = lastOutAt ?? computedAt;
    if (isFinal || since > waitingSince) continue;
    open.push(
      occurrenceOf('OVERTIME', `${employeeId}:${workDate}`, { employeeId, siteId, localDate: workDate, since }),
    );
  }
  return open;
}

function occurrenceOf(
  approval: ApprovalKind,
  id: string,
  about: Pick<Occurrence, 'employeeId' | 'siteId' | 'localDate' | 'since'>,
): Occurrence {
  return { ...NOTHING_ELSE, ...about, kind: 'APPROVAL_DUE', subject: `${approval}:${id}`, approval };
}
