import type { DayRebuild, Employee } from '@rollcall/db';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from './attendance-day.service.js';

const JOB = 'rebuild-days';
const LEASE_MS = 60_000;
const PEOPLE_AT_ONCE = 100;
/** Dates in one transaction: years of a hundred people would not fit into one. */
const DATES_AT_ONCE = 62;

type Part = readonly [people: readonly Employee[], range: DateRange];

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

  private async workOff(rebuild: DayRebuild): Promise<boolean> {
    const { db, now } = this.context;
    const { id, isForFacts } = rebuild;
    let lastId = rebuild.doneUpToId;
    for (;;) {
      const { people, last } = await this.peopleAfter(lastId, rebuild);
      if (last === undefined) break;
      for (const [group, range] of await this.partsOf(people, rebuild)) {
        await this.days.rebuild(group, range, now(), isForFacts === true ? 'FACTS' : 'ALL');
        if (!(await this.lease())) return false;
      }
      lastId = last;
      await db.dayRebuilds.noteProgress(id, lastId);
    }
    await db.dayRebuilds.remove(id);
    return true;
  }

  /** The next few, and the id up to which they reach; undefined: nobody is left. */
  private async peopleAfter(
    lastId: string,
    { employeeIds }: DayRebuild,
  ): Promise<{ readonly people: readonly Employee[]; readonly last: string | undefined }> {
    const { employees } = this.context.db;
    if (employeeIds == null) {
      const people = await employees.listAfter(lastId, PEOPLE_AT_ONCE);
      return { people, last: people.at(-1)?.id };
    }
    const left = [...employeeIds].sort().filter((id) => id > lastId);
    const ids = left.slice(0, PEOPLE_AT_ONCE);
    return { people: await employees.listByIds(ids), last: ids.at(-1) };
  }

  /** Named people one by one, each from the date on which their days begin; everybody together. */
  private async partsOf(people: readonly Employee[], rebuild: DayRebuild): Promise<readonly Part[]> {
    if (rebuild.employeeIds == null) return piecesOf(rebuild).map((range) => [people, range]);
    const firsts = await this.days.firstDates(people);
    return people.flatMap((person) => {
      const first = firsts.get(person.id) ?? rebuild.from;
      const from = first > rebuild.from ? first : rebuild.from;
      return piecesOf({ from, to: rebuild.to }).map((range): Part => [[person], range]);
    });
  }

  private lease(): Promise<boolean> {
    return this.context.db.jobLeases.acquire(JOB, this.ownerId, { now: this.context.now(), leaseMs: LEASE_MS });
  }
}

function piecesOf({ from, to }: DateRange): readonly DateRange[] {
  const pieces: DateRange[] = [];
  for (let start = from; start <= to; start = addDays(start, DATES_AT_ONCE)) {
    const end = addDays(start, DATES_AT_ONCE - 1);
    pieces.push({ from: start, to: end < to ? end : to });
  }
  return pieces;
}
