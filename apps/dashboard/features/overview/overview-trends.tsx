import { getTranslations } from 'next-intl/server';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { ArrivalsMap } from './arrivals-map';
import { AttendanceTrend } from './attendance-trend';
import { loadTrend } from './load-trend';
import classes from './overview.module.css';

/** The last four weeks. Comes after the rest of the page, which does not wait for it. */
export async function OverviewTrends() {
  const t = await getTranslations('overview');
  const result = await loadTrend();
  if (!result.ok)
    return (
      <Surface>
        <ProblemState problem={result.problem} />
      </Surface>
    );
  return (
    <div className={classes.trends}>
      <Surface title={t('trendTitle')} titleId="attendance-trend">
        <AttendanceTrend days={result.data.days} />
      </Surface>
      <Surface title={t('arrivalsTitle')} titleId="arrivals">
        <ArrivalsMap arrivals={result.data.arrivals} />
      </Surface>
    </div>
  );
}
