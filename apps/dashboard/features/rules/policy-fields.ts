import type { BreakLever, OvertimeLever, PolicyLevers, RoundingLever } from './policy-levers';

/** A whole number in a field; empty: off, or the default where a lever cannot be off. */
export type NumberField = number | '';

export interface BreakFields {
  /** Only for React, which tells rows apart by it. */
  readonly key: string;
  readonly name: string;
  readonly span: 'WINDOW' | 'DURATION';
  /** HH:MM */
  readonly start: string;
  /** HH:MM */
  readonly end: string;
  readonly minutes: NumberField;
  readonly isAutomatic: boolean;
  readonly afterWorkedMinutes: NumberField;
  readonly isGradual: boolean;
  readonly isPaid: boolean;
}

/** Breaks that a law asks for: each step is what it adds to the ones before. */
export interface LawBreaks {
  readonly law: string;
  readonly steps: readonly { readonly afterWorkedMinutes: number; readonly minutes: number }[];
}

export interface RoundingFields {
  /** Minutes as text; empty: no rounding. */
  readonly toMinutes: string;
  readonly direction: string;
}

export interface OvertimeFields {
  readonly isOn: boolean;
  readonly side: string;
  readonly startsAfterMinutes: NumberField;
  readonly countsFrom: string;
  readonly dailyCapMinutes: NumberField;
  readonly weeklyCapMinutes: NumberField;
  readonly workdayPercent: NumberField;
  readonly weekendPercent: NumberField;
  readonly holidayPercent: NumberField;
  readonly needsApproval: boolean;
}

/** What the form of a policy holds. */
export interface PolicyFields {
  readonly name: string;
  /** `YYYY-MM-DD`; empty: from the beginning. */
  readonly effectiveFrom: string;
  readonly checkInOpensMinutesBefore: NumberField;
  readonly checkOutClosesMinutesAfter: NumberField;
  readonly minimumMarkGapSeconds: NumberField;
  readonly pairing: string;
  readonly hours: string;
  readonly lateGraceMinutes: NumberField;
  readonly earlyGraceMinutes: NumberField;
  readonly lateMinutes: NumberField;
  readonly lateOccurrences: NumberField;
  readonly earlyMinutes: NumberField;
  readonly earlyOccurrences: NumberField;
  readonly absentBelowMinutes: NumberField;
  readonly halfDayBelowMinutes: NumberField;
  readonly halfDayIfLateMinutes: NumberField;
  readonly absentAfterMinutes: NumberField;
  readonly autoCheckOut: NumberField;
  readonly breaks: BreakFields[];
  readonly roundIn: RoundingFields;
  readonly roundOut: RoundingFields;
  readonly overtime: OvertimeFields;
  readonly markOnHolidays: boolean;
  readonly markOnWeeklyOffs: boolean;
  /** `YYYY-MM-DD`; empty: every day. */
  readonly processFrom: string;
}

/** The form that says what a version says. */
export function toPolicyFields(name: string, effectiveFrom: string, levers: PolicyLevers): PolicyFields {
  const { monthlyLateAllowance: late, monthlyEarlyAllowance: early, rounding } = levers;
  const { checkInOpensMinutesBefore, checkOutClosesMinutesAfter, minimumMarkGapSeconds, pairing, hours } = levers;
  const { lateGraceMinutes, earlyGraceMinutes, absentAfterMinutes, markOnHolidays, markOnWeeklyOffs } = levers;
  return {
    ...{ name, effectiveFrom, checkInOpensMinutesBefore, checkOutClosesMinutesAfter, minimumMarkGapSeconds },
    ...{ pairing, hours, lateGraceMinutes, earlyGraceMinutes, absentAfterMinutes, markOnHolidays, markOnWeeklyOffs },
    lateMinutes: late?.minutes ?? '',
    lateOccurrences: late?.occurrences ?? '',
    earlyMinutes: early?.minutes ?? '',
    earlyOccurrences: early?.occurrences ?? '',
    absentBelowMinutes: levers.absentBelowMinutes ?? '',
    halfDayBelowMinutes: levers.halfDayBelowMinutes ?? '',
    halfDayIfLateMinutes: levers.halfDayIfLateMinutes ?? '',
    autoCheckOut: levers.autoCheckOut?.minutesAfterEnd ?? '',
    breaks: levers.breaks.map(toBreakFields),
    roundIn: toRounding(rounding?.in),
    roundOut: toRounding(rounding?.out),
    overtime: toOvertime(levers.overtime),
    processFrom: levers.processFrom ?? '',
  };
}

/** A break as one adds it: half an hour, deducted by itself after six hours. */
export function emptyBreak(key: string): BreakFields {
  return {
    ...{ key, name: '', span: 'DURATION', start: '12:00', end: '12:30', minutes: 30, isAutomatic: true },
    ...{ afterWorkedMinutes: 360, isGradual: false, isPaid: false },
  };
}

/** The breaks as they are with those of a law in place of whatever stood under its name. */
export function withLawBreaks(breaks: readonly BreakFields[], { law, steps }: LawBreaks): BreakFields[] {
  const others = breaks.filter(({ name }) => name !== law);
  return [
    ...others,
    ...steps.map((step) => ({ ...emptyBreak(`${law} ${step.afterWorkedMinutes}`), name: law, ...step })),
  ];
}

function toBreakFields({ name, isPaid, span, apply }: BreakLever, index: number): BreakFields {
  return {
    ...emptyBreak(`kept-${index}`),
    ...{ name: name ?? '', isPaid, span: span.kind },
    ...(span.kind === 'WINDOW' ? { start: span.start, end: span.end } : { minutes: span.minutes }),
    ...(apply.kind === 'AUTOMATIC'
      ? { isAutomatic: true, afterWorkedMinutes: apply.afterWorkedMinutes, isGradual: apply.isGradual ?? false }
      : { isAutomatic: false }),
  };
}

function toRounding(rule: RoundingLever | null | undefined): RoundingFields {
  return { toMinutes: rule ? String(rule.toMinutes) : '', direction: rule?.direction ?? 'NEAREST' };
}

function toOvertime(rule: OvertimeLever | null): OvertimeFields {
  return {
    isOn: rule !== null,
    side: rule?.side ?? 'AFTER_SHIFT',
    startsAfterMinutes: rule?.startsAfterMinutes ?? 15,
    countsFrom: rule?.countsFrom ?? 'SHIFT_EDGE',
    dailyCapMinutes: rule?.dailyCapMinutes ?? '',
    weeklyCapMinutes: rule?.weeklyCapMinutes ?? '',
    workdayPercent: rule?.workdayPercent ?? 100,
    weekendPercent: rule?.weekendPercent ?? 100,
    holidayPercent: rule?.holidayPercent ?? 100,
    needsApproval: rule?.needsApproval ?? false,
  };
}
