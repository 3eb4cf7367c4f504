import { invalid } from '../input/invalid.js';
import { PolicyBook } from '../policy/policy-book.js';
import { addDays, datesBetween, isWithin } from '../time/local-date.js';
import type { Employee, Site } from '../types/calendar.js';
import type { DayType } from '../types/day-record.js';
import type { DayRecordsInput } from '../types/input.js';
import type { Policy } from '../types/policy.js';
import type { LocalDate } from '../types/primitives.js';
import { CalendarBook, type CalendarDay } from './calendar-book.js';
import { isEmployed } from './employment.js';
import { type Occurrence, shiftHours } from './occurrence.js';
import { type PlannedSpan, plannedSpans, refuseOverlap } from './overlap.js';
import { Roster, type RosteredShift } from './roster.js';

/** Windows reach 12 h beyond a shift of up to 24 h; with sites on both sides of the date line three days decide. */
export const NEIGHBOUR_DAYS = 3;

/** The shifts of one employee around a range of dates, in the order of their planned starts. */
export interface Plan {
  readonly occurrences: readonly Occurrence[];
  /** Dates on which the employee has no shift because processing starts later. */
  readonly unprocessedDates: ReadonlySet<LocalDate>;
}

/**
 * Lays out every shift from three days before `from` to three days after `to`.
 *
 * @throws DomainError SHIFT_OVERLAP if two planned shifts overlap on the clock, BAD_USER_INPUT if something named is missing
 */
export function planShifts(input: DayRecordsInput): Plan {
  const { employee } = input;
  const roster = new Roster(employee, input.assignments, input.shifts);
  const calendar = new CalendarBook(input.calendar);
  const policies = new PolicyBook(input.policies);
  const sites = new Map(input.sites.map((site) => [site.siteId, site]));
  const occurrences: Occurrence[] = [];
  const unprocessedDates = new Set<LocalDate>();
  let spansBefore: readonly PlannedSpan[] = [];
  for (const date of datesBetween(addDays(input.from, -NEIGHBOUR_DAYS), addDays(input.to, NEIGHBOUR_DAYS))) {
    if (!isEmployed(date, employee)) continue;
    const rostered = roster.on(date);
    const spans = plannedSpans(date, rostered);
    refuseOverlap(spansBefore, spans);
    spansBefore = spans;
    for (const entry of rostered) {
      const policy = policies.on(entry.shift.policyId, date);
      if (policy.processFrom !== null && date < policy.processFrom) {
        unprocessedDates.add(date);
        continue;
      }
      const site = siteOn(employee, entry, date, sites);
      const hours = shiftHours(entry.shift, date, site.timeZone);
      if (hours === null) continue;
      const day = calendar.on(date, site.siteId);
      const dayType = dayTypeOf(entry.isWorked, day);
      const doMarksCount = doesWorkCount(dayType, day, policy);
      occurrences.push({
        workDate: date,
        shift: entry.shift,
        site,
        policy,
        calendar: day,
        dayType,
        hours,
        doMarksCount,
      });
    }
  }
  return { occurrences, unprocessedDates };
}

function siteOn(employee: Employee, entry: RosteredShift, date: LocalDate, sites: ReadonlyMap<string, Site>): Site {
  const siteId = entry.siteId ?? employee.sites.findLast(({ from, to }) => isWithin(date, from, to))?.siteId;
  const site = siteId === undefined ? undefined : sites.get(siteId);
  if (site === undefined) throw invalid('sites', 'SITE_MISSING', `No site is given for ${date}.`);
  return site;
}

function dayTypeOf(isWorked: boolean, day: CalendarDay): DayType {
  if (day.holiday?.portion === 'FULL') return 'HOLIDAY';
  if (!isWorked || day.isWeeklyOff) return 'WEEKLY_OFF';
  return day.holiday === null ? 'WORKDAY' : 'HALF_HOLIDAY';
}

function doesWorkCount(dayType: DayType, day: CalendarDay, policy: Policy): boolean {
  if (day.isFullLeave) return false;
  if (dayType === 'HOLIDAY') return policy.markOnHolidays;
  if (dayType === 'WEEKLY_OFF') return policy.markOnWeeklyOffs;
  return true;
}
