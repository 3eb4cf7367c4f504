export { buildDayRecords } from './day/build-day-records.js';
export { CHANGE_CAUSES, type ChangeCause } from './diff/causes.js';
export {
  applyDayDiff,
  type DayChange,
  type DayDiff,
  type DayField,
  dayKeyOf,
  diffDayRecords,
  type FieldChange,
} from './diff/diff-day-records.js';
export type { InputIssue } from './input/issue-list.js';
export {
  type CheckedMarks,
  type MarkCandidate,
  type MarkCheck,
  type RowIssue,
  validateMarks,
} from './marks/validate-marks.js';
export { buildPayroll, type PayrollInput, type PayrollSummary, payCodeOf } from './payroll/build-payroll.js';
export {
  PAYROLL_FIELDS,
  PAYROLL_PROFILES,
  type PayrollColumn,
  type PayrollField,
  type PayrollProfile,
  payrollCells,
} from './payroll/profiles.js';
export { retroDeltas } from './payroll/retro-deltas.js';
export { firstWeekdayOn, periodLeadIn } from './period/buckets.js';
export { buildPeriod } from './period/build-period.js';
export { MAX_WINDOW_MARGIN_MINUTES, POLICY_DEFAULTS, PROVISIONAL_AFTER_MINUTES } from './policy/defaults.js';
export {
  STATUTORY_BREAK_PRESETS,
  STATUTORY_BREAKS,
  type StatutoryBreakPreset,
  type StatutoryBreaks,
  statutoryBreaks,
} from './policy/statutory-breaks.js';
export { validatePolicy } from './policy/validate-policy.js';
export { assuranceShares } from './report/assurance.js';
export { buildExceptions, type Exceptions, type ExceptionsInput } from './report/exceptions.js';
export { buildMuster, type MusterInput } from './report/muster.js';
export { byNumber } from './report/people.js';
export { buildPresence, countPresence, type PresenceInput } from './report/presence.js';
export { buildRegister, registerRow } from './report/register.js';
export {
  buildHoursSummary,
  buildLateSummary,
  buildOvertimeSummary,
  HOURS_FIELDS,
  type HoursRow,
  LATE_FIELDS,
  type LateRow,
  OVERTIME_FIELDS,
  type OvertimeRow,
  type PeriodReportInput,
  type Summary,
} from './report/summaries.js';
export { addFields, countStatuses, groupRows, type RowGroup, sumFields } from './report/totals.js';
export { type MarkTerms, type MarkTermsInput, markTerms } from './schedule/mark-terms.js';
export { isWorkedOn, positionInCycle } from './schedule/pattern.js';
export { NEIGHBOUR_DAYS } from './schedule/plan.js';
export { type AssignmentsInput, validateAssignments } from './schedule/validate-assignments.js';
export { validateShift } from './schedule/validate-shift.js';
export { type LocalMomentInput, momentOfLocalTime } from './time/local-moment.js';
export type { RepeatedTime } from './time/zone.js';
export { fillTemplate, type TraceEntry, type TraceValue } from './trace/trace.js';
export { TRACE_TEMPLATES, type TraceRule } from './trace/trace-templates.js';
export * from './types/index.js';
