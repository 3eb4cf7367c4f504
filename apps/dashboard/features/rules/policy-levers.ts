/** How the API writes the levers of a policy: all of them, null where one is off. */
export interface PolicyLevers {
  readonly checkInOpensMinutesBefore: number;
  readonly checkOutClosesMinutesAfter: number;
  readonly pairing: string;
  readonly hours: string;
  readonly minimumMarkGapSeconds: number;
  readonly halfDayBelowMinutes: number | null;
  readonly absentBelowMinutes: number | null;
  readonly lateGraceMinutes: number;
  readonly earlyGraceMinutes: number;
  readonly monthlyLateAllowance: MonthlyAllowance | null;
  readonly monthlyEarlyAllowance: MonthlyAllowance | null;
  readonly halfDayIfLateMinutes: number | null;
  readonly breaks: readonly BreakLever[];
  readonly rounding: { readonly in?: RoundingLever | null; readonly out?: RoundingLever | null } | null;
  readonly overtime: OvertimeLever | null;
  readonly autoCheckOut: { readonly minutesAfterEnd: number } | null;
  readonly markOnHolidays: boolean;
  readonly markOnWeeklyOffs: boolean;
  /** `YYYY-MM-DD` */
  readonly processFrom: string | null;
  readonly absentAfterMinutes: number;
}

export interface MonthlyAllowance {
  readonly minutes?: number | null;
  readonly occurrences?: number | null;
}

export interface RoundingLever {
  readonly toMinutes: number;
  readonly direction: string;
}

export interface BreakLever {
  readonly name?: string;
  readonly isPaid: boolean;
  readonly span:
    | { readonly kind: 'WINDOW'; readonly start: string; readonly end: string }
    | { readonly kind: 'DURATION'; readonly minutes: number };
  readonly apply:
    | { readonly kind: 'AUTOMATIC'; readonly afterWorkedMinutes: number; readonly isGradual?: boolean }
    | { readonly kind: 'WHEN_MARKED' };
}

export interface OvertimeLever {
  readonly side: string;
  readonly startsAfterMinutes: number;
  readonly countsFrom?: string | null;
  readonly dailyCapMinutes?: number | null;
  readonly weeklyCapMinutes?: number | null;
  readonly workdayPercent?: number | null;
  readonly weekendPercent?: number | null;
  readonly holidayPercent?: number | null;
  readonly needsApproval?: boolean | null;
}

/** Every lever once, in the order in which the form shows them. */
export const LEVER_NAMES = [
  'checkInOpensMinutesBefore',
  'checkOutClosesMinutesAfter',
  'minimumMarkGapSeconds',
  'pairing',
  'hours',
  'lateGraceMinutes',
  'earlyGraceMinutes',
  'monthlyLateAllowance',
  'monthlyEarlyAllowance',
  'absentBelowMinutes',
  'halfDayBelowMinutes',
  'halfDayIfLateMinutes',
  'absentAfterMinutes',
  'autoCheckOut',
  'breaks',
  'rounding',
  'overtime',
  'markOnHolidays',
  'markOnWeeklyOffs',
  'processFrom',
] as const satisfies readonly (keyof PolicyLevers)[];
export type LeverName = (typeof LEVER_NAMES)[number];

/** The levers of a policy as the API answers them: a JSON object that the schema does not describe further. */
export function leversOf(version: { readonly levers: unknown }): PolicyLevers {
  return version.levers as PolicyLevers;
}

/** Names of the levers that stand differently in two versions. */
export function changedLevers(before: PolicyLevers, after: PolicyLevers): LeverName[] {
  return LEVER_NAMES.filter((name) => canonical(before[name]) !== canonical(after[name]));
}

/** As text that does not depend on the order of the keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
