import { useTranslations } from 'next-intl';
import classes from './privacy-notice.module.css';

const SECTIONS = [
  { title: 'whatTitle', points: ['what1', 'what2', 'what3', 'what4'] },
  { title: 'photosTitle', points: ['photos1', 'photos2'] },
  { title: 'consentTitle', points: ['consent1', 'consent2'] },
  { title: 'alternativeTitle', points: ['alternative1'] },
  { title: 'rightsTitle', points: ['rights1'] },
  { title: 'cookiesTitle', points: ['cookies1'] },
] as const;

export function PrivacyNotice() {
  const t = useTranslations('privacy');
  return (
    <article className={classes.notice}>
      <h1 className={classes.title}>{t('title')}</h1>
      <p className={classes.lead}>{t('lead')}</p>
      {SECTIONS.map(({ title, points }) => (
        <section key={title}>
          <h2 className={classes.heading}>{t(title)}</h2>
          {points.length === 1 ? (
            <p>{t(points[0])}</p>
          ) : (
            <ul className={classes.list}>
              {points.map((point) => (
                <li key={point}>{t(point)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </article>
  );
}
