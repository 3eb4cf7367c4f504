import { useFormatter, useTranslations } from 'next-intl';
import { BarChart } from '../../components/ui/bar-chart';
import type { RecognitionHealthQuery } from '../../gql/graphql';
import classes from './recognition.module.css';

type Histogram = NonNullable<RecognitionHealthQuery['recognitionHealth']['histograms']>[number];

/** How alike faces were, with the threshold as a line between the bars. */
export function SimilarityChart({ histogram }: { readonly histogram: Histogram }) {
  const t = useTranslations('recognition');
  const format = useFormatter();
  const { bins, threshold, people, operatingPointId } = histogram;
  const digits = (value: number, count: number) =>
    format.number(value, { minimumFractionDigits: count, maximumFractionDigits: count });
  const bars = bins.map(({ from, to, accepted, refused }) => ({
    id: String(to),
    label: from == null ? t('below', { to: digits(to, 3) }) : t('span', { from: digits(from, 3), to: digits(to, 3) }),
    shortLabel: digits(from ?? to, 2),
    values: [accepted, refused],
  }));
  const at = bins.findIndex(({ from }) => from != null && Math.abs(from - threshold) < 1e-9);
  const line = t('threshold', { value: digits(threshold, 3) });
  return (
    <>
      <p className={classes.intro}>{t('histogramText', { people, point: operatingPointId })}</p>
      <BarChart
        label={t('histogramOf', { value: digits(threshold, 3) })}
        over={t('similarity')}
        series={[t('seriesAccepted'), t('seriesNotAccepted')]}
        bars={bars}
        marker={at === -1 ? undefined : { before: at, label: line }}
      />
    </>
  );
}
