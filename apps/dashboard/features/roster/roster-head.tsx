import { useFormatter, useTranslations } from 'next-intl';
import classes from './roster.module.css';

interface RosterHeadProps {
  readonly dates: readonly string[];
  readonly today: string;
}

/** The days of the week over the table. */
export function RosterHead({ dates, today }: RosterHeadProps) {
  const t = useTranslations('roster');
  const format = useFormatter();
  const part = (date: string, options: object) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { ...options, timeZone: 'UTC' });
  return (
    <thead>
      <tr>
        <th scope="col">{t('person')}</th>
        {dates.map((date) => (
          <th key={date} scope="col" data-today={date === today || undefined}>
            <span>{part(date, { weekday: 'short' })}</span>{' '}
            <span className={classes.date}>{part(date, { day: 'numeric', month: 'short' })}</span>
          </th>
        ))}
      </tr>
    </thead>
  );
}
