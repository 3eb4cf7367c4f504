import { addDays } from '../../local-dates/date-range.js';
import { NOTHING_ELSE, type Occurrence, type OccurrenceSource } from './occurrence.js';

/** Whoever was away for two weeks is told once back; what is older stands in the inbox. */
const MISSING_TOLD_DAYS = 14;
/** As far back as the inbox looks. */
export const INBOX_DAYS = 62;
/** Who came late is told on the day, and on the next if the server stood still; where the date is behind the latest on earth too. */
const LATE_DAYS = 2;

/** Days that are over and lack a mark, until somebody corrects them or the period is finalised. */
export const missingMarks: OccurrenceSource = async ({ db }, _settings, today) => {
  const from = addDays(today, -INBOX_DAYS);
  const open: Occurrence[] = [];
  for await (const day of db.dayRecords.eachBrief({ status: 'MISSING_MARK', from })) {
    // A device that was not heard of may still bring the mark.
    if (day.isFinal || day.closure === 'OPEN' || day.closure === 'WAITING') continue;
    open.push(occurrenceOf('MISSING_MARK', day));
  }
  return { open, toldFrom: addDays(today, -MISSING_TOLD_DAYS), settledFrom: from };
};

export const lateEntries: OccurrenceSource = async ({ db }, _settings, today) => {
  const from = addDays(today, -LATE_DAYS);
  const open: Occurrence[] = [];
  for await (const day of db.dayRecords.eachBrief({ flag: 'LATE_ENTRY', from })) open.push(occurrenceOf('LATE', day));
  return { open, toldFrom: from, settledFrom: from };
};

interface Day {
  readonly employeeId: string;
  readonly siteId: string | null;
  readonly workDate: string;
  readonly computedAt: Date;
}

function occurrenceOf(kind: Occurrence['kind'], { employeeId, siteId, workDate, computedAt }: Day): Occurrence {
  const about = { employeeId, siteId, localDate: workDate, since: computedAt };
  return { ...NOTHING_ELSE, ...about, kind, subject: `${employeeId}:${workDate}` };
}
