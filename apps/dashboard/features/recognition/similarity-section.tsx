import { getTranslations } from 'next-intl/server';
import { Surface } from '../../components/ui/surface';
import type { Recognition } from './load-recognition';
import classes from './recognition.module.css';
import { SimilarityChart } from './similarity-chart';

/** Null: who looks may not see similarities. */
export async function SimilaritySection({ histograms }: { readonly histograms: Recognition['histograms'] | null }) {
  if (!histograms) return null;
  const t = await getTranslations('recognition');
  return (
    <Surface title={t('histogramTitle')} titleId="recognition-similarities">
      {histograms.length === 0 && <p className={classes.intro}>{t('histogramNone')}</p>}
      <div className={classes.charts}>
        {histograms.map((histogram) => (
          <div key={`${histogram.operatingPointId} ${histogram.threshold}`}>
            <SimilarityChart histogram={histogram} />
          </div>
        ))}
      </div>
    </Surface>
  );
}
