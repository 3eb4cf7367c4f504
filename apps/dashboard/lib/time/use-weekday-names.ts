'use client';

import { useFormatter } from 'next-intl';
import { weekdaysFrom } from './week-days';
import { useWeekStart } from './week-start';

/** 1 January 2024 was a Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const MS_PER_DAY = 86_400_000;

/** The names of the seven weekdays, Monday first. */
export function useWeekdayNames(style: 'short' | 'long'): readonly string[] {
  const format = useFormatter();
  return Array.from({ length: 7 }, (_, day) =>
    format.dateTime(new Date(MONDAY_MS + day * MS_PER_DAY), { weekday: style, timeZone: 'UTC' }),
  );
}

/** The weekdays to choose from, in the order of the organisation's week; `1` is Monday. */
export function useWeekdayChoices(
  style: 'short' | 'long',
): readonly { readonly value: string; readonly label: string }[] {
  const names = useWeekdayNames(style);
  return weekdaysFrom(useWeekStart()).map((day) => ({ value: String(day), label: names[day - 1] ?? '' }));
}
