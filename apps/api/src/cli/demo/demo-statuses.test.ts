import { buildDayRecords, type DayRecord, type PolicyInput } from '@rollcall/attendance';
import { DAY_STATUSES } from '@rollcall/contracts';
import { expect, it } from 'vitest';
import { addDays } from '../../local-dates/date-range.js';
import { toLevers } from '../../modules/roster/policy.service.js';
import { type DemoMark, planDemoMonth } from './demo-month.js';
import { DEMO_PEOPLE } from './demo-people.js';
import { DEMO_LEVERS, DEMO_SHIFTS } from './demo-shifts.js';
import { isAtWorkIn, planDemoCalendar } from './demo-work.js';

const ZONES = ['Europe/Berlin', 'America/Los_Angeles', 'Asia/Tokyo'];
const idOf = (site: number) => `s${site}`;

/** The days of one person, as the rule engine judges what the demo does at this moment. */
function daysOf(
  person: number,
  now: Date,
  timeZone: string,
  month: readonly DemoMark[],
  days: number,
): readonly DayRecord[] {
  const today = now.toISOString().slice(0, 10);
  const { holiday, leaves } = planDemoCalendar(today);
  const employeeId = `e${person}`;
  const own = month.filter((mark) => mark.person === person);
  const at = (mark: DemoMark) => mark.at.toISOString();
  return buildDayRecords({
    employee: {
      ...{ employeeId, homeTimeZone: timeZone, defaultShiftId: idOf(DEMO_PEOPLE[person]?.site ?? 0) },
      sites: [{ siteId: idOf(DEMO_PEOPLE[person]?.site ?? 0) }],
    },
    ...{ from: addDays(today, -days), to: addDays(today, 1), asOf: now.toISOString(), assignments: [] },
    events: own
      .filter(({ face }) => face === 'SELF')
      .map((mark, index) => ({
        ...{ eventId: `m${index}`, employeeId, at: at(mark), timeZone, siteId: idOf(DEMO_PEOPLE[person]?.site ?? 0) },
        ...{ kind: 'AUTO', source: 'API' },
      })),
    refusedAttempts: own
      .filter(({ face }) => face !== 'SELF')
      .map((mark, index) => ({ attemptId: `a${index}`, at: at(mark), outcome: 'NON_MATCH' })),
    shifts: DEMO_SHIFTS.map(({ start, end, weekdays }, site) => ({
      ...{ shiftId: idOf(site), start, end, policyId: 'p', pattern: { kind: 'WEEKLY', weekdays } },
    })),
    policies: [{ policyId: 'p', version: 1, ...(toLevers(DEMO_LEVERS) as Partial<PolicyInput>) }],
    calendar: {
      holidays: [{ date: holiday, name: 'Company day', portion: 'FULL' }],
      weeklyOffs: DEMO_SHIFTS.flatMap(({ weeklyOffs }, site) =>
        weeklyOffs.map((weekday) => ({ weekday, siteId: idOf(site) })),
      ),
      leaves: leaves
        .filter((leave) => leave.person === person)
        .map(({ from, to }) => ({ leaveId: from, leaveTypeId: 'annual', from, to, portion: 'FULL', isPaid: true })),
    },
    sites: DEMO_SHIFTS.map((_, site) => ({ siteId: idOf(site), timeZone })),
  }).records;
}

const TODAYS = Array.from({ length: 14 }, (_, day) => [addDays('2026-06-01', day), ZONES[day % 3] ?? ''] as const);

function statusesAt(now: Date, timeZone: string, days: number): ReadonlySet<string> {
  const isAtWork = isAtWorkIn(planDemoCalendar(now.toISOString().slice(0, 10)));
  const month = planDemoMonth({ personCount: DEMO_PEOPLE.length, timeZoneOf: () => timeZone, now, isAtWork });
  const records = [...DEMO_PEOPLE.keys()].flatMap((person) => daysOf(person, now, timeZone, month, days));
  return new Set(records.map(({ status }) => status));
}

it.each(TODAYS)('has every status when it is made on %s in %s', (today, timeZone) => {
  const statuses = statusesAt(new Date(`${today}T08:30:00Z`), timeZone, 31);
  expect([...statuses].sort()).toEqual([...DAY_STATUSES].sort());
});

it.each(TODAYS)('has somebody at work when it is made early or late on %s in %s', (today, timeZone) => {
  for (const time of ['00:10', '22:30']) {
    const statuses = statusesAt(new Date(`${today}T${time}:00Z`), timeZone, 1);
    expect(statuses, time).toContain('IN_PROGRESS');
  }
});
