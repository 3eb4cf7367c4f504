import { useTranslations } from 'next-intl';
import classes from './skip-link.module.css';

/** The first stop of the keyboard: past the navigation, to `#content`. */
export function SkipLink() {
  const t = useTranslations('common');
  return (
    <a href="#content" className={classes.skip}>
      {t('skipToContent')}
    </a>
  );
}
