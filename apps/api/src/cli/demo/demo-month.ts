import { createHash } from 'node:crypto';
import { momentOfLocalTime } from '@rollcall/attendance';

/** Who stands in front of the camera: the person, a colleague who types that number, or nobody. */
export type DemoFace = 'SELF' | 'COLLEAGUE' | 'NOBODY';

export interface DemoMark {
  /** Index of the person whose number is typed. */
  readonly person: number;
  readonly at: Date;
  readonly face: DemoFace;
}

export interface DemoMonthOptions {
  readonly personCount: number;
  /** IANA zone of each person's site. */
  readonly timeZoneOf: (person: number) => string;
  readonly now: Date;
  /** Dates on which the person works: neither a day off nor a holiday nor a leave. */
  readonly isAtWork: (person: number, date: string) => boolean;
}

/** The keys of marks are kept for 30 days from the moment of the mark: those of older ones would be removed while they are used. */
const DAYS = 29;
const MS_PER_DAY = 86_400_000;

/** The same number, 0 to 1, for the same words: the demo month is the same every time it is made on one day. */
function chance(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0) / 2 ** 32;
}

const clock = (minuteOfDay: number): string =>
  [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** The marks of one person on one work day: in around 08:30, out around 17:10; some forget to mark out, go home at noon or stay away. */
function dayOf(person: number, date: string, timeZone: string): DemoMark[] {
  if (chance('away', person, date) < 0.06) return [];
  const moment = (minuteOfDay: number, face: DemoFace): DemoMark => ({
    person,
    at: new Date(momentOfLocalTime({ date, time: clock(minuteOfDay), timeZone })),
    face,
  });
  const arrival = 485 + Math.round(60 * chance('in', person, date));
  const isShort = chance('short', person, date) < 0.04;
  const departure = (isShort ? 720 : 1000) + Math.round(70 * chance('out', person, date));
  const marks = [moment(arrival, 'SELF')];
  if (chance('forgets', person, date) > 0.04) marks.push(moment(departure, 'SELF'));
  if (chance('colleague', person, date) < 0.02) marks.push(moment(arrival - 10, 'COLLEAGUE'));
  if (chance('nobody', person, date) < 0.02) marks.push(moment(departure - 2, 'NOBODY'));
  return marks;
}

/** All marks of today and the 29 days before it, up to now, in the order of time. */
export function planDemoMonth({ personCount, timeZoneOf, now, isAtWork }: DemoMonthOptions): readonly DemoMark[] {
  const dates = Array.from({ length: DAYS + 1 }, (_, index) =>
    new Date(now.getTime() - (DAYS - index) * MS_PER_DAY).toISOString().slice(0, 10),
  );
  const people = Array.from({ length: personCount }, (_, person) => person);
  return dates
    .flatMap((date) =>
      people.flatMap((person) => (isAtWork(person, date) ? dayOf(person, date, timeZoneOf(person)) : [])),
    )
    .filter(({ at }) => at < now)
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}
