'use client';

import { useFormatter } from 'next-intl';

const STYLES = {
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  timeWithSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  dateTime: { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  longDate: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
} as const;

interface MomentProps {
  /** An instant in ISO 8601. */
  readonly at: string;
  readonly style: keyof typeof STYLES;
  /** IANA name; left out: the zone of the organisation. */
  readonly timeZone?: string | undefined;
}

/** An instant as people of the place read it. */
export function Moment({ at, style, timeZone }: MomentProps) {
  const format = useFormatter();
  const options = timeZone === undefined ? STYLES[style] : { ...STYLES[style], timeZone };
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.dateTime(new Date(at), options)}
    </time>
  );
}

/** A calendar date (`YYYY-MM-DD`), the same everywhere on earth. */
export function CalendarDate({
  date,
  style = 'date',
}: {
  readonly date: string;
  readonly style?: 'date' | 'longDate';
}) {
  const format = useFormatter();
  return (
    <time dateTime={date} suppressHydrationWarning>
      {format.dateTime(new Date(`${date}T00:00:00Z`), { ...STYLES[style], timeZone: 'UTC' })}
    </time>
  );
}
