'use client';

import { useEffect, useState } from 'react';
import { CalendarDate, Moment } from '../../components/ui/moment';
import type { KioskTime } from './kiosk-time';
import classes from './who-stage.module.css';

const EVERY_MS = 1_000;

interface KioskClockProps {
  readonly time: KioskTime;
  /** Of the site; not known yet: nothing is shown, since another time would be wrong. */
  readonly timeZone: string | undefined;
}

/** The time that a mark made now would count for. */
export function KioskClock({ time, timeZone }: KioskClockProps) {
  const [now, setNow] = useState(() => time.clock.nowMs());
  useEffect(() => {
    const timer = setInterval(() => setNow(time.clock.nowMs()), EVERY_MS);
    return () => clearInterval(timer);
  }, [time]);
  if (timeZone === undefined) return <div className={classes.clock} />;
  const at = new Date(now);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  return (
    <div className={classes.clock}>
      <span className={classes.time}>
        <Moment at={at.toISOString()} style="time" timeZone={timeZone} />
      </span>
      <CalendarDate date={date} style="longDate" />
    </div>
  );
}
