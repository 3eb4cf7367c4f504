/** A moment as ISO 8601 text with an offset or `Z`, e.g. `2026-03-02T08:00:00Z`. The engine writes UTC, at most milliseconds. */
export type IsoInstant = string;

/** A calendar date without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A wall-clock time, `HH:MM`, `00:00` to `23:59`. */
export type LocalTime = string;

/** An IANA zone name, e.g. `Europe/Berlin`. Bare offsets such as `+05:30` are refused: they know no daylight saving. */
export type TimeZoneId = string;

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Which part of a day something covers. The halves meet at the midpoint of the shift's elapsed time. */
export const DAY_PORTIONS = ['FULL', 'FIRST_HALF', 'SECOND_HALF'] as const;
export type DayPortion = (typeof DAY_PORTIONS)[number];
