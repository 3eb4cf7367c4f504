import { type LooseAttempt, NEIGHBOUR_DAYS, type ReportPerson } from '@rollcall/attendance';
import type { CaptureAttempt } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { addDays, type DateRange } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';

/**
 * Refused attempts that no stored day tells of, because they lie outside of every window, or because there is no day: no shift, or
 * one that is not computed yet. Those of a second record count for the person.
 *
 * @param siteId only attempts at this site; one without a site is where the person belongs
 */
export async function looseAttempts(
  { db }: ServiceContext,
  actor: Actor,
  people: readonly ReportPerson[],
  { from, to, siteId }: DateRange & { readonly siteId?: string | null | undefined },
): Promise<readonly LooseAttempt[]> {
  const known = new Map(people.map((person) => [person.employeeId, person]));
  const merged = await db.employees.listMergedInto([...known.keys()]);
  const subjects = new Map(merged.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]));
  const instants = { from: new Date(`${addDays(from, -1)}T00:00:00Z`), to: new Date(`${addDays(to, 2)}T00:00:00Z`) };
  const attempts = await db.captureAttempts.listRefused([...known.keys(), ...subjects.keys()], instants);
  const zones = new Map((await db.sites.listAll()).map((site) => [site.id, site.timeZone]));
  const found = attempts.flatMap((attempt) => {
    const person = known.get(subjectOf(attempt, subjects));
    if (person === undefined) return [];
    const place = attempt.siteId ?? person.siteId;
    const localDate = localDateOf(attempt.at, zones.get(place ?? '') ?? person.homeTimeZone);
    const isSeen =
      (siteId ?? place) === place &&
      isVisible(limitOf(actor), { id: person.employeeId, siteId: place, departmentId: person.departmentId });
    if (!isSeen || localDate < from || to < localDate) return [];
    const { employeeId } = person;
    const loose = { employeeId, at: attempt.at.toISOString(), outcome: attempt.outcome, localDate, siteId: place };
    return [{ id: attempt.id, loose }];
  });
  const told = await attemptsOfDays(db, [...new Set(found.map(({ loose }) => loose.employeeId))], { from, to });
  return found.filter(({ id }) => !told.has(id)).map(({ loose }) => loose);
}

const subjectOf = ({ employeeId }: CaptureAttempt, subjects: ReadonlyMap<string, string>): string =>
  subjects.get(employeeId ?? '') ?? employeeId ?? '';

/** Ids of the attempts that stand in a stored day of these people, at whichever site, also one that began the day before. */
async function attemptsOfDays(
  db: ServiceContext['db'],
  employeeIds: readonly string[],
  { from, to }: DateRange,
): Promise<ReadonlySet<string>> {
  const range = { from: addDays(from, -NEIGHBOUR_DAYS), to: addDays(to, NEIGHBOUR_DAYS) };
  if (employeeIds.length === 0) return new Set();
  const days = await db.dayRecords.listVerdicts({ employeeIds, ...range }, 'detail');
  return new Set(
    days.flatMap(({ refusedAttempts }) =>
      (refusedAttempts as unknown as { attemptId: string }[]).map((a) => a.attemptId),
    ),
  );
}
