import type { BreakRuleInput, CreatePolicyInput, OvertimeRuleInput, RoundingRuleInput } from '../../gql/graphql';
import type { BreakFields, NumberField, OvertimeFields, PolicyFields, RoundingFields } from './policy-fields';

/** As the API takes it: null switches a lever off, or gives it its default where it cannot be off. */
export function toPolicyInput(policyId: string | null, fields: PolicyFields): CreatePolicyInput {
  const { pairing, hours, markOnHolidays, markOnWeeklyOffs, name, effectiveFrom, processFrom } = fields;
  const roundIn = toRounding(fields.roundIn);
  const roundOut = toRounding(fields.roundOut);
  return {
    ...(policyId === null ? {} : { policyId }),
    name: name.trim(),
    effectiveFrom: effectiveFrom || null,
    levers: {
      ...{ pairing, hours, markOnHolidays, markOnWeeklyOffs, processFrom: processFrom || null },
      checkInOpensMinutesBefore: orNull(fields.checkInOpensMinutesBefore),
      checkOutClosesMinutesAfter: orNull(fields.checkOutClosesMinutesAfter),
      minimumMarkGapSeconds: orNull(fields.minimumMarkGapSeconds),
      lateGraceMinutes: orNull(fields.lateGraceMinutes),
      earlyGraceMinutes: orNull(fields.earlyGraceMinutes),
      monthlyLateAllowance: toAllowance(fields.lateMinutes, fields.lateOccurrences),
      monthlyEarlyAllowance: toAllowance(fields.earlyMinutes, fields.earlyOccurrences),
      absentBelowMinutes: orNull(fields.absentBelowMinutes),
      halfDayBelowMinutes: orNull(fields.halfDayBelowMinutes),
      halfDayIfLateMinutes: orNull(fields.halfDayIfLateMinutes),
      absentAfterMinutes: orNull(fields.absentAfterMinutes),
      autoCheckOut: fields.autoCheckOut === '' ? null : { minutesAfterEnd: fields.autoCheckOut },
      breaks: fields.breaks.map(toBreak),
      rounding: roundIn === null && roundOut === null ? null : { in: roundIn, out: roundOut },
      overtime: fields.overtime.isOn ? toOvertime(fields.overtime) : null,
    },
  };
}

const orNull = (value: NumberField) => (value === '' ? null : value);

function toAllowance(minutes: NumberField, occurrences: NumberField) {
  if (minutes === '' && occurrences === '') return null;
  return { minutes: orNull(minutes), occurrences: orNull(occurrences) };
}

function toRounding({ toMinutes, direction }: RoundingFields): RoundingRuleInput | null {
  return toMinutes === '' ? null : { toMinutes: Number(toMinutes), direction };
}

function toBreak(rule: BreakFields): BreakRuleInput {
  const name = rule.name.trim() || null;
  const span = rule.span === 'WINDOW' ? { start: rule.start, end: rule.end } : { minutes: orNull(rule.minutes) };
  const { isPaid, isGradual } = rule;
  const apply = rule.isAutomatic ? { afterWorkedMinutes: orNull(rule.afterWorkedMinutes), isGradual } : {};
  return { name, isPaid, ...span, ...apply };
}

function toOvertime(rule: OvertimeFields): OvertimeRuleInput {
  const { side, countsFrom, needsApproval } = rule;
  return {
    ...{ side, countsFrom, needsApproval },
    startsAfterMinutes: rule.startsAfterMinutes || 0,
    dailyCapMinutes: orNull(rule.dailyCapMinutes),
    weeklyCapMinutes: orNull(rule.weeklyCapMinutes),
    workdayPercent: orNull(rule.workdayPercent),
    weekendPercent: orNull(rule.weekendPercent),
    holidayPercent: orNull(rule.holidayPercent),
  };
}
