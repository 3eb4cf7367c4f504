import { isWithin } from '../time/local-date.js';
import type { Employee } from '../types/calendar.js';
import type { LocalDate } from '../types/primitives.js';

type Employment = Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>;

/** Whether somebody worked here between leaving and being hired again: no. */
export function isInServiceBreak(date: LocalDate, { serviceBreaks = [] }: Employment): boolean {
  return serviceBreaks.some(({ from, to }) => isWithin(date, from, to));
}

/** From the first day to the last, without the breaks. */
export function isEmployed(date: LocalDate, employment: Employment): boolean {
  return isWithin(date, employment.joiningDate, employment.leavingDate) && !isInServiceBreak(date, employment);
}
