'use client';

import { useFormatter } from 'next-intl';

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
