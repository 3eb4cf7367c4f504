import type { ShiftRowFragment } from '../../gql/graphql';

export type PatternKind = 'EVERY_DAY' | 'WEEKLY' | 'CYCLE';

/** What the form holds. Days are texts, as the chips keep them. */
export interface ShiftFields {
  readonly name: string;
  /** HH:MM */
  readonly start: string;
  /** HH:MM */
  readonly end: string;
  readonly kind: PatternKind;
  /** 1 is Monday. */
  readonly weekdays: string[];
  /** `YYYY-MM-DD`, day 1 of the cycle. */
  readonly anchorDate: string;
  readonly lengthDays: number;
  /** From 0. */
  readonly workDays: string[];
  /** Empty: the standard rules. */
  readonly policyId: string;
}

export const MAX_CYCLE_DAYS = 56;

/** Office hours; a cycle begins as four days on, two off. */
export function emptyShift(today: string): ShiftFields {
  return {
    ...{ name: '', start: '09:00', end: '17:00', kind: 'WEEKLY', weekdays: ['1', '2', '3', '4', '5'] },
    ...{ anchorDate: today, lengthDays: 6, workDays: ['0', '1', '2', '3'], policyId: '' },
  };
}

export function toShiftFields(shift: ShiftRowFragment, today: string): ShiftFields {
  const { name, start, end, policyId, pattern } = shift;
  const { weekdays, anchorDate, lengthDays, workDays } = pattern;
  const kind = pattern.kind as PatternKind;
  return {
    ...emptyShift(today),
    ...{ name, start, end, policyId, kind },
    ...(kind === 'WEEKLY' && { weekdays: weekdays.map(String) }),
    ...(kind === 'CYCLE' && {
      anchorDate: anchorDate ?? today,
      lengthDays: lengthDays ?? 1,
      workDays: workDays.map(String),
    }),
  };
}

/** As the API takes it; both creating and changing. */
export function toShiftInput({ name, start, end, policyId, ...fields }: ShiftFields) {
  return { name: name.trim(), start, end, policyId: policyId || null, pattern: toPattern(fields) };
}

function toPattern({
  kind,
  weekdays,
  anchorDate,
  lengthDays,
  workDays,
}: Omit<ShiftFields, 'name' | 'start' | 'end' | 'policyId'>) {
  if (kind === 'WEEKLY') return { kind, weekdays: weekdays.map(Number).sort() };
  if (kind === 'EVERY_DAY') return { kind };
  const worked = workDays.map(Number).filter((day) => day < lengthDays);
  return { kind, anchorDate, lengthDays, workDays: worked.sort((a, b) => a - b) };
}
