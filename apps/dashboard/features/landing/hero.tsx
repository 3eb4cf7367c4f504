import { IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { LinkButton } from '../../components/ui/link-button';
import classes from './hero.module.css';

export function Hero() {
  const t = useTranslations('landing');
  return (
    <div className={classes.hero}>
      <div>
        <h1 className={classes.title}>{t('title')}</h1>
        <p className={classes.lead}>{t('lead')}</p>
        <LinkButton
          href="/overview"
          size="md"
          rightSection={<IconArrowRight size={18} aria-hidden="true" className="mirrored" />}
        >
          {t('openDashboard')}
        </LinkButton>
      </div>
      <Sample />
    </div>
  );
}

/** What a mark looks like: a drawing, not a person. */
function Sample() {
  const t = useTranslations('landing');
  return (
    <div className={classes.sample} aria-hidden="true">
      <div className={classes.view}>
        <svg viewBox="0 0 200 200" className={classes.face} aria-hidden="true">
          <circle cx="100" cy="82" r="36" className={classes.skin} />
          <path d="M36 200c2-40 30-62 64-62s62 22 64 62Z" className={classes.shirt} />
          <path d="M63 84c-4-34 14-50 38-50s41 16 36 50c-5-18-16-27-37-27s-32 9-37 27Z" className={classes.hair} />
          <circle cx="88" cy="84" r="3" className={classes.feature} />
          <circle cx="112" cy="84" r="3" className={classes.feature} />
          <path d="M90 98q10 8 20 0" className={classes.smile} />
          <path
            d="M42 60V44a12 12 0 0 1 12-12h16M130 32h16a12 12 0 0 1 12 12v16M158 112v16a12 12 0 0 1-12 12h-16M70 140H54a12 12 0 0 1-12-12v-16"
            className={classes.frame}
          />
        </svg>
        <span className={classes.match}>
          <IconCheck size={14} stroke={3} />
          {t('sampleMatch')}
        </span>
      </div>
      <div className={classes.receipt}>
        <span className={classes.tick}>
          <IconCheck size={20} stroke={2.6} />
        </span>
        <span>
          <span className={classes.receiptTitle}>{t('sampleTitle')}</span>
          <span className={classes.receiptText}>{t('sampleName')}</span>
          <span className={classes.receiptText}>{t('sampleTime')}</span>
        </span>
      </div>
    </div>
  );
}
