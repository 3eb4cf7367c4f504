import { useTranslations } from 'next-intl';
import classes from './duration.module.css';
import { None } from './none';

const MINUTES_PER_HOUR = 60;

/** So many minutes, as hours and minutes. */
export function Duration({ minutes }: { readonly minutes: number }) {
  const t = useTranslations('common');
  if (minutes === 0) return <None />;
  return (
    <span className={classes.duration}>
      {t('minutesShort', { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR })}
    </span>
  );
}
