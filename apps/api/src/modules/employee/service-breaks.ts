import type { Employee, ServiceBreak } from '@rollcall/db';
import { addDays, type DateRange, isCalendarDate } from '../../local-dates/date-range.js';
import { outsideOf } from '../../local-dates/date-spans.js';
import { badInput } from '../../services/bad-input.js';

/**
 * The breaks in order, those that touch as one.
 *
 * @param today where the person works
 * @throws DomainError BAD_USER_INPUT naming the field: a date that is none, a reversed range, before the first day of work, after
 * the last one, or not over yet; breaks that overlap
 */
export function checkedBreaks(
  { joiningDate, leavingDate }: Pick<Employee, 'joiningDate' | 'leavingDate'>,
  breaks: readonly ServiceBreak[],
  today: string,
): readonly ServiceBreak[] {
  for (const [index, { from, to }] of breaks.entries()) {
    const field = (name: 'from' | 'to') => `breaks.${index}.${name}`;
    for (const [name, date] of [['from', from] as const, ['to', to] as const])
      if (!isCalendarDate(date)) throw badInput(field(name), 'This must be a date of the calendar, YYYY-MM-DD.');
    if (to < from) throw badInput(field('to'), 'The break ends before it begins.');
    if (joiningDate !== null && from <= joiningDate)
      throw badInput(field('from'), 'A break comes after the first day of work.');
    const last = leavingDate ?? today;
    if (to >= last)
      throw badInput(field('to'), 'A break is over before the last day of work. To end the work, set that day.');
  }
  const sorted = breaks.map(({ from, to }) => ({ from, to })).sort((a, b) => (a.from < b.from ? -1 : 1));
  const merged: { from: string; to: string }[] = [];
  for (const one of sorted) {
    const before = merged.at(-1);
    if (before !== undefined && one.from <= before.to) throw badInput('breaks', 'Two of the breaks overlap.');
    if (before !== undefined && one.from === addDays(before.to, 1)) before.to = one.to;
    else merged.push(one);
  }
  return merged;
}

/** The dates on which somebody is employed by the one list and not by the other. */
export function changedDates(before: readonly ServiceBreak[], after: readonly ServiceBreak[]): readonly DateRange[] {
  const only = (these: readonly ServiceBreak[], those: readonly ServiceBreak[]) =>
    these.flatMap((one) => outsideOf(one, those));
  return [...only(before, after), ...only(after, before)].sort((a, b) => (a.from < b.from ? -1 : 1));
}
