import type { DayRebuild } from '@rollcall/db';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from './attendance-day.service.js';

const JOB = 'rebuild-days';
const LEASE_MS = 60_000;
const PEOPLE_AT_ONCE = 100;

/**
 * Works off the days that wide changes left to be built anew, oldest change first. How far it came is written down after each
 * batch of people, so another process goes on where a cut-off one stopped. One process at a time does it.
 */
export class RebuildDaysJob {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
    private readonly ownerId: string,
  ) {}

  /** @returns how many changes were worked off; null if another process is at it, or took over */
  async run(): Promise<number | null> {
    const { db } = this.context;
    // Nothing to do is the rule: then no lease is written either.
    if ((await db.dayRebuilds.findNext()) === null) return 0;
    if (!(await this.lease())) return null;
    let done = 0;
    for (;;) {
      const next = await db.dayRebuilds.findNext();
      if (next === null) break;
      if (!(await this.workOff(next))) return null;
      done += 1;
    }
    await db.jobLeases.release(JOB, this.ownerId);
    return done;
  }

  private async workOff({ id, from, to, doneUpToId }: DayRebuild): Promise<boolean> {
    const { db, now } = this.context;
    let lastId = doneUpToId;
    for (;;) {
      const people = await db.employees.listAfter(lastId, PEOPLE_AT_ONCE);
      const last = people.at(-1);
      if (last === undefined) break;
      await this.days.rebuild(people, { from, to }, now());
      lastId = last.id;
      await db.dayRebuilds.noteProgress(id, lastId);
      if (!(await this.lease())) return false;
    }
    await db.dayRebuilds.remove(id);
    return true;
  }

  private lease(): Promise<boolean> {
    return this.context.db.jobLeases.acquire(JOB, this.ownerId, { now: this.context.now(), leaseMs: LEASE_MS });
  }
}
