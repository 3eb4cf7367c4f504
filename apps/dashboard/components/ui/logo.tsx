import { useTranslations } from 'next-intl';
import classes from './logo.module.css';

/** The sign and the name. The sign alone is decoration. */
export function Logo() {
  const t = useTranslations('app');
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" className={classes.sign} aria-hidden="true">
        <rect width="32" height="32" rx="9" className={classes.ground} />
        <path
          d="M8.5 12.2V10.6a2.1 2.1 0 0 1 2.1-2.1h1.6M19.8 8.5h1.6a2.1 2.1 0 0 1 2.1 2.1v1.6M23.5 19.8v1.6a2.1 2.1 0 0 1-2.1 2.1h-1.6M12.2 23.5h-1.6a2.1 2.1 0 0 1-2.1-2.1v-1.6"
          className={classes.frame}
        />
        <path d="m11.6 16.4 3 3 5.8-6.4" className={classes.tick} />
      </svg>
      {t('name')}
    </span>
  );
}
