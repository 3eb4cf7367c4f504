import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { type AttendanceDayService, addCounts, NOTHING_REBUILT, type RebuildCount } from './attendance-day.service.js';

const JOB = 'close-days';
const LEASE_MS = 60_000;
const PEOPLE_AT_ONCE = 100;
/** Windows reach half a day beyond a shift, and a silent device is waited for a day: after three days only facts change a day. */
const DAYS_BACK = 4;
const MAX_DAYS_BACK = 366;

/**
 * Time passes without a mark: shifts end, people stay away. Looks at the last days of everybody, also of those who left in
 * them, and closes what is still open, so it may be cut off and run again at any time. Days that are closed for good stay as
 * they are, whatever became of the rules. One process at a time does it.
 */
export class CloseDaysJob {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly ownerId: string,
  ) {}

  /** @returns null if another process is at it, or took over */
  async run(): Promise<RebuildCount | null> {
    const { db, now } = this.context;
    const lease = () => db.jobLeases.acquire(JOB, this.ownerId, { now: now(), leaseMs: LEASE_MS });
    if (!(await lease())) return null;
    // The latest date anywhere on earth: dates that have not begun at a site have no record.
    const today = localDateOf(now(), 'Pacific/Kiritimati');
    const range = { from: await this.firstDate(today), to: today };
    let total = NOTHING_REBUILT;
    let lastId = '';
    for (;;) {
      const people = await db.employees.listToCloseAfter(lastId, PEOPLE_AT_ONCE, range.from);
      const last = people.at(-1);
      if (last === undefined) break;
      lastId = last.id;
      total = addCounts(total, await this.days.rebuild(people, range, now(), 'FACTS'));
      if (!(await lease())) return null;
    }
    await db.jobLeases.release(JOB, this.ownerId, today);
    return total;
  }

  /** After a standstill of the server the days in between have to be looked at too. */
  private async firstDate(today: string): Promise<string> {
    const done = (await this.context.db.jobLeases.progressOf(JOB)) ?? today;
    const [usual, earliest] = [addDays(done < today ? done : today, -DAYS_BACK), addDays(today, -MAX_DAYS_BACK)];
    return usual > earliest ? usual : earliest;
  }
}
