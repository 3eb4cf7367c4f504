import { addDays, weekdayOf } from './zoned-day';

/** The seven weekdays (1 is Monday, 7 is Sunday) in the order of a week that begins on `first`. */
export function weekdaysFrom(first: number): readonly number[] {
  return Array.from({ length: 7 }, (_, place) => ((first - 1 + place) % 7) + 1);
}

/** The seven dates of the week in which `date` lies, where weeks begin on the weekday `first`. */
export function weekOf(date: string, first: number): readonly string[] {
  const start = addDays(date, -((weekdayOf(date) - first + 7) % 7));
  return Array.from({ length: 7 }, (_, day) => addDays(start, day));
}
