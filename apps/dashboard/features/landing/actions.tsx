import { IconArrowRight, IconFaceId, IconUserCheck, IconUserPlus } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './actions.module.css';

const ACTIONS = [
  { name: 'register', href: '/employees?face=NOT_ENROLLED', icon: IconUserPlus },
  { name: 'verify', href: '/verify', icon: IconFaceId },
  { name: 'mark', href: '/mark', icon: IconUserCheck },
] as const;

/** The three things one comes for. */
export function Actions() {
  const t = useTranslations('landing');
  return (
    <section aria-labelledby="actions-title" className={classes.section}>
      <h2 id="actions-title" className={classes.heading}>
        {t('howTitle')}
      </h2>
      <ul className={classes.cards}>
        {ACTIONS.map(({ name, href, icon: Icon }) => (
          <li key={name} className={classes.card}>
            <span className={classes.icon} aria-hidden="true">
              <Icon size={22} stroke={1.7} />
            </span>
            <h3 className={classes.title}>{t(`${name}Title`)}</h3>
            <p className={classes.text}>{t(`${name}Text`)}</p>
            <Link href={href} prefetch={false} className={classes.link}>
              {t(`${name}Action`)}
              <IconArrowRight size={17} aria-hidden="true" className="mirrored" />
            </Link>
          </li>
        ))}
      </ul>
      <p className={classes.note}>{t('signInNote')}</p>
    </section>
  );
}
