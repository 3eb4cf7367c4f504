import type { PolicyFields } from './policy-fields';

/** Why a field of the form cannot stay as it is; keys of `rules.fault`. */
export type PolicyFault = 'required' | 'belowHalfDay' | 'withinWindow' | 'capBeyondWindow' | 'sameTimes';

/** Fields by the path the form knows them by, with what is wrong. The API checks all of it again. */
export function findPolicyFaults(fields: PolicyFields): ReadonlyMap<string, PolicyFault> {
  const faults = new Map<string, PolicyFault>();
  const { absentBelowMinutes: absent, halfDayBelowMinutes: half, autoCheckOut, overtime } = fields;
  const closes = fields.checkOutClosesMinutesAfter;
  if (fields.name.trim() === '') faults.set('name', 'required');
  if (absent !== '' && half !== '' && absent >= half) faults.set('absentBelowMinutes', 'belowHalfDay');
  if (autoCheckOut !== '' && closes !== '' && autoCheckOut > closes) faults.set('autoCheckOut', 'withinWindow');
  const isAfterShift = overtime.isOn && overtime.side !== 'BEFORE_SHIFT';
  if (isAfterShift && overtime.dailyCapMinutes !== '' && closes !== '' && overtime.dailyCapMinutes > closes)
    faults.set('overtime.dailyCapMinutes', 'capBeyondWindow');
  for (const [index, rule] of fields.breaks.entries()) {
    if (rule.span === 'DURATION' && !rule.minutes) faults.set(`breaks.${index}.minutes`, 'required');
    if (rule.span === 'WINDOW' && (rule.start === '' || rule.end === '')) faults.set(`breaks.${index}.end`, 'required');
    else if (rule.span === 'WINDOW' && rule.start === rule.end) faults.set(`breaks.${index}.end`, 'sameTimes');
    if (rule.isAutomatic && rule.afterWorkedMinutes === '')
      faults.set(`breaks.${index}.afterWorkedMinutes`, 'required');
  }
  return faults;
}
