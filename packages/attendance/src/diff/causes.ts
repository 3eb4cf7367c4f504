import type { DayRecord } from '../types/day-record.js';
import { isSame } from './is-same.js';

export const CHANGE_CAUSES = [
  'DAY_ADDED',
  'DAY_REMOVED',
  'MARKS_ADDED',
  'MARKS_REMOVED',
  'ATTEMPTS_CHANGED',
  'POLICY_CHANGED',
  'SHIFT_CHANGED',
  'SITE_CHANGED',
  'CALENDAR_CHANGED',
  'APPROVAL_CHANGED',
  'DAY_CLOSED_MEANWHILE',
  'RULES_CHANGED',
] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** Fields that are inputs of the verdict, by the cause that a difference in them stands for. */
const INPUT_FIELDS: Partial<Record<ChangeCause, readonly (keyof DayRecord)[]>> = {
  ATTEMPTS_CHANGED: ['refusedAttempts'],
  POLICY_CHANGED: ['policyId', 'policyVersion'],
  SHIFT_CHANGED: ['scheduledStartAt', 'scheduledEndAt', 'windowOpensAt', 'windowClosesAt'],
  SITE_CHANGED: ['siteId', 'timeZone'],
  CALENDAR_CHANGED: ['dayType', 'holidayName', 'leaves'],
  DAY_CLOSED_MEANWHILE: ['closure', 'silentDeviceIds'],
};

/** Which inputs differ between two versions of a day; `RULES_CHANGED` if none does and yet the day differs. */
export function causesOf(before: DayRecord, after: DayRecord): readonly ChangeCause[] {
  const found = new Set<ChangeCause>();
  const oldIds = before.marks.map(({ eventId }) => eventId);
  const newIds = after.marks.map(({ eventId }) => eventId);
  if (newIds.some((id) => !oldIds.includes(id))) found.add('MARKS_ADDED');
  if (oldIds.some((id) => !newIds.includes(id))) found.add('MARKS_REMOVED');
  if (before.overtime.approval !== after.overtime.approval) found.add('APPROVAL_CHANGED');
  for (const cause of CHANGE_CAUSES) {
    const fields = INPUT_FIELDS[cause] ?? [];
    if (fields.some((field) => !isSame(before[field], after[field]))) found.add(cause);
  }
  if (found.size === 0) found.add('RULES_CHANGED');
  return CHANGE_CAUSES.filter((cause) => found.has(cause));
}
