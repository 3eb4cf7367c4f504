import type { Employee, Site } from '@rollcall/db';
import { addDays } from '../../local-dates/date-range.js';
import type { Services } from '../../services/create-services.js';
import { COMMAND_LINE } from '../system-actor.js';
import { DEMO_PEOPLE } from './demo-people.js';
import { DEMO_LEVERS, DEMO_SHIFTS, isWorkday } from './demo-shifts.js';

/** Who is away when, by the index of the person. */
export interface DemoCalendar {
  readonly holiday: string;
  readonly leaves: readonly { readonly person: number; readonly from: string; readonly to: string }[];
}

const SATURDAY = 6;

/** A holiday two weeks ago and two leaves in the last month, of people who work on weekdays and on weekdays. */
export function planDemoCalendar(today: string): DemoCalendar {
  return {
    holiday: weekdayFrom(addDays(today, -14)),
    leaves: [
      { person: 3, from: weekdayFrom(addDays(today, -21)), to: addDays(weekdayFrom(addDays(today, -21)), 1) },
      { person: 8, from: weekdayFrom(addDays(today, -8)), to: weekdayFrom(addDays(today, -8)) },
    ],
  };
}

export function isAtWorkIn({ holiday, leaves }: DemoCalendar): (person: number, date: string) => boolean {
  const isOnLeave = (person: number, date: string) =>
    leaves.some((leave) => leave.person === person && leave.from <= date && date <= leave.to);
  return (person, date) => isWorkday(person, date) && date !== holiday && !isOnLeave(person, date);
}

/** Plans the work of the demo company: the hours of each site with a policy, days off, the holiday, the leaves. */
export async function planDemoWork(
  services: Services,
  sites: readonly Site[],
  employees: readonly Employee[],
  calendar: DemoCalendar,
  from: string,
): Promise<void> {
  const { policyId } = await services.policies.create(COMMAND_LINE, { name: 'Office', levers: DEMO_LEVERS });
  for (const [site, { name, start, end, weekdays, weeklyOffs }] of DEMO_SHIFTS.entries()) {
    const pattern = { kind: 'WEEKLY', weekdays: [...weekdays] };
    const { id: shiftId } = await services.shifts.create(COMMAND_LINE, { name, start, end, pattern, policyId });
    const employeeIds = employees.filter((_, person) => DEMO_PEOPLE[person]?.site === site).map(({ id }) => id);
    await services.assignments.assign(COMMAND_LINE, { employeeIds, from, shiftId });
    for (const weekday of weeklyOffs)
      await services.calendar.createWeeklyOff(COMMAND_LINE, { weekday, siteId: sites[site]?.id ?? null });
  }
  const feast = { date: calendar.holiday, name: 'Company day', portion: 'FULL' as const };
  await services.calendar.createHoliday(COMMAND_LINE, feast);
  const { id: leaveTypeId } = await services.calendar.createLeaveType(COMMAND_LINE, {
    name: 'Annual leave',
    isPaid: true,
  });
  for (const { person, from: first, to } of calendar.leaves) {
    const { id, version } = await request(services, employees, { person, from: first, to, leaveTypeId });
    await services.leaves.decide(COMMAND_LINE, { id, version, isApproved: true });
  }
}

/** What waits for a decision when somebody looks at the demo: a leave and a forgotten mark. */
export async function leaveDecisionsOpen(services: Services, employees: readonly Employee[], now: Date): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const [type] = await services.calendar.leaveTypes(COMMAND_LINE);
  const monday = weekdayFrom(addDays(today, 10));
  if (type !== undefined)
    await request(services, employees, {
      person: 4,
      from: monday,
      to: monday,
      leaveTypeId: type.id,
      reason: 'Moving house',
    });
  const { nodes } = await services.attendanceDays.list(COMMAND_LINE, { first: 1, filter: { status: 'MISSING_MARK' } });
  const [day] = nodes;
  if (day?.firstInAt == null) return;
  const at = new Date(day.firstInAt.getTime() + 8.5 * 3_600_000);
  const wish = { employeeId: day.employeeId, action: 'ADD' as const, at, reason: 'I left through the back door.' };
  if (at < now) await services.corrections.request(COMMAND_LINE, wish);
}

function request(
  services: Services,
  employees: readonly Employee[],
  leave: { person: number; from: string; to: string; leaveTypeId: string; reason?: string },
) {
  const { person, ...rest } = leave;
  const employeeId = employees[person]?.id ?? '';
  return services.leaves.request(COMMAND_LINE, { employeeId, portion: 'FULL', ...rest });
}

/** The date itself, or the Monday after it. */
function weekdayFrom(date: string): string {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay();
  return weekday === 0 ? addDays(date, 1) : weekday === SATURDAY ? addDays(date, 2) : date;
}
