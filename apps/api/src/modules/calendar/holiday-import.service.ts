import type { DbSession, Holiday } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { aroundDate, isCalendarDate } from '../../local-dates/date-range.js';
import { badInput } from '../../services/bad-input.js';
import { retryDuplicate } from '../../services/retry-duplicate.js';
import { auditEntry, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { ImportHolidaysInput } from './calendar.inputs.js';

type Line = Pick<Holiday, 'date' | 'name' | 'portion' | 'siteId'>;

export interface ImportedHolidays {
  /** By date. */
  readonly added: readonly Line[];
  readonly present: readonly Line[];
}

/** Many holidays at once, for example a year of a country. A holiday is the same if date, name and site are. */
export class HolidayImportService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /**
   * Adds those that are not there, all or none. A dry run answers the same and writes nothing.
   *
   * @throws DomainError BAD_USER_INPUT naming the field and the line
   */
  async run(actor: Actor, input: ImportHolidaysInput): Promise<ImportedHolidays> {
    authorise(actor, 'employees:write');
    const { db } = this.context;
    const siteId = input.siteId ?? null;
    if (siteId !== null && (await db.sites.findById(siteId)) === null)
      throw badInput('siteId', 'There is no such site.');
    const lines = this.linesOf(input, siteId);
    if (input.dryRun) return this.sort(lines, await this.presentKeys(lines));
    return retryDuplicate(() => this.write(actor, lines));
  }

  private async write(actor: Actor, lines: readonly Line[]): Promise<ImportedHolidays> {
    const { db, now, newId } = this.context;
    return db.withTransaction(async (session) => {
      const sorted = this.sort(lines, await this.presentKeys(lines, session));
      if (sorted.added.length === 0) return sorted;
      const at = now();
      for (const line of sorted.added)
        await db.holidays.insert({ id: newId(), ...line, createdAt: at, updatedAt: at }, { session });
      for (const { date } of sorted.added)
        await this.days.requestRebuild(aroundDate(date), 'HOLIDAYS_IMPORTED', session);
      const details = { count: sorted.added.length };
      const entry = auditEntry(this.context, actor, { action: 'HOLIDAYS_IMPORTED', target: null, details });
      await db.audit.insert(entry, { session });
      return sorted;
    });
  }

  private async presentKeys(lines: readonly Line[], session?: DbSession): Promise<ReadonlySet<string>> {
    const { holidays } = this.context.db;
    const [first, last] = [lines[0]?.date ?? '', lines.at(-1)?.date ?? ''];
    return new Set((await holidays.listBetween(first, last, { session })).map((one) => holidays.keyOf(one)));
  }

  private sort(lines: readonly Line[], present: ReadonlySet<string>): ImportedHolidays {
    const isPresent = (line: Line) => present.has(this.context.db.holidays.keyOf(line));
    return { added: lines.filter((line) => !isPresent(line)), present: lines.filter(isPresent) };
  }

  /** By date; a line that is given twice counts once. */
  private linesOf({ holidays }: ImportHolidaysInput, siteId: string | null): readonly Line[] {
    const byKey = new Map<string, Line>();
    for (const [index, { date, name, portion }] of holidays.entries()) {
      const field = `holidays[${index}]`;
      if (!isCalendarDate(date)) throw badInput(`${field}.date`, 'This must be a date of the calendar, YYYY-MM-DD.');
      const line = { date, name: name.trim(), portion, siteId };
      if (line.name === '') throw badInput(`${field}.name`, 'This must not be empty.');
      const key = this.context.db.holidays.keyOf(line);
      const same = byKey.get(key);
      if (same !== undefined && same.portion !== portion)
        throw badInput(`${field}.portion`, 'This holiday is given twice with different portions.');
      byKey.set(key, line);
    }
    return [...byKey.values()].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  }
}
