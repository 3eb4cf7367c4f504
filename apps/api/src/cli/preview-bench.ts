import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Employee } from '@rollcall/db';
import type { DateRange } from '../local-dates/date-range.js';
import type { AttendanceDayService } from '../modules/attendance/attendance-day.service.js';
import { CalendarService } from '../modules/calendar/calendar.service.js';
import { RecomputeService } from '../modules/period/recompute.service.js';
import { RuleChanges } from '../modules/period/rule-change.js';
import { AssignmentService } from '../modules/roster/assignment.service.js';
import { PolicyService } from '../modules/roster/policy.service.js';
import { ShiftService } from '../modules/roster/shift.service.js';
import type { ServiceContext } from '../services/service-context.js';
import { COMMAND_LINE } from './system-actor.js';

/** A change of the policy that touches every day, shown and then stored. */
export interface MeasuredPreview {
  readonly people: number;
  readonly changes: number;
  readonly previewSeconds: number;
  readonly applySeconds: number;
  /** The longest that anything else had to wait meanwhile, in milliseconds; 10 of them are the clock's own. */
  readonly heldUpMs: number;
}

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e6;

/** Of some of the people only: as many as there are, or as one preview may hold. */
export async function measurePreview(
  context: ServiceContext,
  days: AttendanceDayService,
  people: readonly Employee[],
  range: DateRange,
): Promise<MeasuredPreview> {
  const policies = new PolicyService(context);
  const shifts = new ShiftService(context, new AssignmentService(context, days));
  const calendar = new CalendarService(context, days);
  const recompute = new RecomputeService(context, days, new RuleChanges(policies, shifts, calendar, days));
  const latest = (await context.db.attendancePolicies.listAll()).findLast(({ name }) => name === 'Office');
  const levers = { ...latest?.levers, lateGraceMinutes: 4 };
  const change = { policy: { policyId: latest?.policyId ?? '', name: 'Office', levers } };
  const input = { ...range, employeeIds: people.map(({ id }) => id), change };
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const startedAt = performance.now();
  const { token, changeCount } = await recompute.preview(COMMAND_LINE, input);
  const shownAt = performance.now();
  await recompute.apply(COMMAND_LINE, input, token);
  const appliedAt = performance.now();
  delay.disable();
  return {
    ...{ people: people.length, changes: changeCount },
    previewSeconds: seconds(shownAt - startedAt),
    applySeconds: seconds(appliedAt - shownAt),
    heldUpMs: Math.round(delay.max / NANOSECONDS),
  };
}

const seconds = (ms: number): number => Math.round(ms / 10) / 100;
