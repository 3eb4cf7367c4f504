export { buildDayRecords } from './day/build-day-records.js';
export type { InputIssue } from './input/issue-list.js';
export { MAX_WINDOW_MARGIN_MINUTES, POLICY_DEFAULTS, PROVISIONAL_AFTER_MINUTES } from './policy/defaults.js';
export {
  STATUTORY_BREAK_PRESETS,
  type StatutoryBreakPreset,
  statutoryBreaks,
} from './policy/statutory-breaks.js';
export { validatePolicy } from './policy/validate-policy.js';
export { validateShift } from './schedule/validate-shift.js';
export { fillTemplate, type TraceEntry, type TraceValue } from './trace/trace.js';
export { TRACE_TEMPLATES, type TraceRule } from './trace/trace-templates.js';
export * from './types/index.js';
