import { useTranslations } from 'next-intl';

const MINUTES_PER_HOUR = 60;

/** So many minutes, as hours and minutes. */
export function Duration({ minutes }: { readonly minutes: number }) {
  const t = useTranslations('common');
  if (minutes === 0) return '–';
  return (
    <span className="tabular">
      {t('minutesShort', { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR })}
    </span>
  );
}
