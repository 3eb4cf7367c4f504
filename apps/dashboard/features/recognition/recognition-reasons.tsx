import { getTranslations } from 'next-intl/server';
import { BarList } from '../../components/ui/bar-list';
import { Surface } from '../../components/ui/surface';
import type { Recognition } from './load-recognition';
import classes from './recognition.module.css';

type OutcomeKey = Parameters<Awaited<ReturnType<typeof getTranslations<'outcomeShort'>>>>[0];

/** How attempts ended, and what was wrong with poor photos. */
export async function RecognitionReasons({ recognition }: { readonly recognition: Recognition }) {
  const t = await getTranslations();
  const short = await getTranslations('outcomeShort');
  const { outcomes, qualityReasons } = recognition;
  const ends = outcomes.map(({ outcome, count }) => {
    const key = outcome as OutcomeKey;
    return { id: outcome, label: short.has(key) ? short(key) : outcome, count };
  });
  const reasons = qualityReasons.map(({ reason, count }) => ({
    ...{ id: reason, label: t(`recognition.quality.${reason}`), count },
  }));
  return (
    <div className={classes.pair}>
      <Surface title={t('recognition.outcomesTitle')} titleId="recognition-outcomes">
        <BarList label={t('recognition.outcomesTitle')} rows={ends} />
      </Surface>
      <Surface title={t('recognition.qualityTitle')} titleId="recognition-quality">
        {reasons.length === 0 ? (
          <p className={classes.intro}>{t('recognition.qualityNone')}</p>
        ) : (
          <BarList label={t('recognition.qualityTitle')} rows={reasons} />
        )}
      </Surface>
    </div>
  );
}
