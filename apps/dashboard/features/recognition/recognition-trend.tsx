import { useFormatter, useTranslations } from 'next-intl';
import { BarChart } from '../../components/ui/bar-chart';
import type { RecognitionHealthQuery } from '../../gql/graphql';
import { Share } from './share';

type Trend = RecognitionHealthQuery['recognitionHealth']['trend'];

/** Recognised and refused over the days or weeks. */
export function RecognitionTrend({ trend }: { readonly trend: Trend }) {
  const t = useTranslations('recognition');
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const isWeekly = trend.some(({ from, to }) => from !== to);
  const bars = trend.map(({ from, to, figures: { refused } }) => ({
    id: from,
    label: from === to ? day(from) : t('span', { from: day(from), to: day(to) }),
    shortLabel: day(from),
    values: [refused.total - refused.count, refused.count],
    more: [<Share key="share" share={refused} />],
  }));
  return (
    <BarChart
      label={t(isWeekly ? 'trendWeeks' : 'trendDays')}
      over={t(isWeekly ? 'week' : 'day')}
      series={[t('seriesRecognised'), t('seriesRefused')]}
      moreHeadings={[t('refused')]}
      bars={bars}
    />
  );
}
