import { firstWeekdayOn, type WeekStart } from '@rollcall/attendance';
import { DomainError } from '@rollcall/contracts';
import type { DbSession, OrganisationSettings, StoredWeekStart } from '@rollcall/db';
import { addDays, isCalendarDate } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { badInput } from '../../services/bad-input.js';
import { onePeriodAtATime } from '../../services/period-lock.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { WeekStartInput } from './settings.inputs.js';

const LAST_DATE = '9999-12-31';

/** On which weekday weeks start today, by the organisation's clock: 1 Monday to 7 Sunday. */
export function weekStartsOn({ weekStarts, timeZone }: OrganisationSettings, now: Date): number {
  return firstWeekdayOn(localDateOf(now, timeZone), weekStarts as readonly WeekStart[]);
}

/**
 * The starts of weeks with another one from a date on; what was to hold later is dropped.
 *
 * @throws DomainError BAD_USER_INPUT on `weekStart.from` unless it is such a weekday
 */
export function withWeekStart(
  { weekStarts, timeZone }: OrganisationSettings,
  { weekday, from: given }: WeekStartInput,
  now: Date,
): readonly StoredWeekStart[] {
  const from = given ?? nextDateOn(weekday, localDateOf(now, timeZone));
  if (!isCalendarDate(from) || weekdayOf(from) !== weekday)
    throw badInput('weekStart.from', 'Weeks cannot begin there: this date is another weekday.');
  const before = weekStarts.filter((start) => start.from < from);
  const isAsBefore = firstWeekdayOn(from, before as readonly WeekStart[]) === weekday;
  return isAsBefore ? before : [...before, { from, weekday }];
}

/**
 * Refuses other weeks for dates that are finalised: what payroll took was counted by the former ones. In the transaction that
 * changes them.
 *
 * @throws DomainError DAY_CLOSED naming the latest such period
 */
export async function assertWeeksOpen(
  context: ServiceContext,
  former: readonly StoredWeekStart[],
  next: readonly StoredWeekStart[],
  session: DbSession,
): Promise<void> {
  const from = firstDifference(former, next);
  if (from === null) return;
  await onePeriodAtATime(context, context.newId(), session);
  const periods = await context.db.finalisedPeriods.listInForce({ from, to: LAST_DATE }, { session });
  const latest = [...periods].sort((a, b) => a.to.localeCompare(b.to)).at(-1);
  if (latest !== undefined) throw new DomainError('DAY_CLOSED', { details: { from: latest.from, to: latest.to } });
}

/** From which date on weeks are others; null: they are the same. */
function firstDifference(a: readonly StoredWeekStart[], b: readonly StoredWeekStart[]): string | null {
  const keyOf = ({ from, weekday }: StoredWeekStart) => `${from}/${weekday}`;
  const [ofA, ofB] = [new Set(a.map(keyOf)), new Set(b.map(keyOf))];
  const alone = [...a.filter((one) => !ofB.has(keyOf(one))), ...b.filter((one) => !ofA.has(keyOf(one)))];
  return alone.map(({ from }) => from).sort()[0] ?? null;
}

function nextDateOn(weekday: number, today: string): string {
  return addDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** 1 Monday to 7 Sunday. */
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
