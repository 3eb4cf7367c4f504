import type { ReportSchedule as Stored, User } from '@rollcall/db';
import type { ReportSchedule } from './report-schedule.types.js';

/** @param users at least those that the schedule names and whose accounts are there */
export function toReportSchedule(
  { recipientIds, ownerId, nextAt, isPaused, kind, format, locale, ...schedule }: Stored,
  users: readonly User[],
): ReportSchedule {
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const { id, name, siteId, departmentId, delivery, frequency, weekday, dayOfMonth, time, timeZone } = schedule;
  const { lastSentAt, lastProblem, version, createdAt } = schedule;
  return {
    ...{ id, name, siteId, departmentId, delivery, frequency, weekday, dayOfMonth, time, timeZone, isPaused },
    ...{ lastSentAt, lastProblem, version, createdAt },
    // Stored as they were checked when they came in.
    ...({ kind, format, locale } as Pick<ReportSchedule, 'kind' | 'format' | 'locale'>),
    nextAt: isPaused ? null : nextAt,
    ownerName: names.get(ownerId) ?? '',
    recipients: recipientIds.flatMap((userId) => {
      const found = names.get(userId);
      return found === undefined ? [] : [{ userId, name: found }];
    }),
  };
}
