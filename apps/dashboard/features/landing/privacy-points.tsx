import { IconBuilding, IconHandStop, IconPhotoOff, IconUserHeart } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './privacy-points.module.css';

const POINTS = [
  { name: 'pointConsent', icon: IconHandStop },
  { name: 'pointPhotos', icon: IconPhotoOff },
  { name: 'pointAlternative', icon: IconUserHeart },
  { name: 'pointLocal', icon: IconBuilding },
] as const;

export function PrivacyPoints() {
  const t = useTranslations('landing');
  return (
    <section aria-labelledby="privacy-title" className={classes.section}>
      <div className={classes.head}>
        <h2 id="privacy-title" className={classes.heading}>
          {t('privacyTitle')}
        </h2>
        <Link href="/privacy" className={classes.more}>
          {t('privacyMore')}
        </Link>
      </div>
      <ul className={classes.points}>
        {POINTS.map(({ name, icon: Icon }) => (
          <li key={name} className={classes.point}>
            <Icon size={21} stroke={1.7} aria-hidden="true" className={classes.icon} />
            <div>
              <h3 className={classes.title}>{t(`${name}Title`)}</h3>
              <p className={classes.text}>{t(`${name}Text`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
