import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { AutoRefresh } from '../../components/ui/auto-refresh';
import { CalendarDate } from '../../components/ui/moment';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { FirstPersonInvitation } from '../first-person/first-person-invitation';
import { LiveMarksRefresh } from '../live/live-refresh';
import { loadOverview } from './load-overview';
import classes from './overview.module.css';
import { OverviewStats } from './overview-stats';
import { OverviewTrends } from './overview-trends';
import { OverviewTrendsSkeleton } from './overview-trends-skeleton';
import { RecentMarks } from './recent-marks';
import { RefusedAttempts } from './refused-attempts';
import { WhoIsIn } from './who-is-in';

export async function OverviewPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('overview');
  const result = await loadOverview(signedIn.data);
  return (
    <>
      <AutoRefresh />
      <LiveMarksRefresh />
      <PageHeader
        title={t('title')}
        lead={result.ok ? <CalendarDate date={result.data.date} style="longDate" /> : null}
      />
      {result.ok ? (
        <>
          {result.data.activeCount === 0 && may(signedIn.data.viewer, 'employees:write') && (
            <div className={classes.invitation}>
              <FirstPersonInvitation />
            </div>
          )}
          <OverviewStats overview={result.data} />
          {result.data.activeCount > 0 && (
            <Suspense fallback={<OverviewTrendsSkeleton />}>
              <OverviewTrends />
            </Suspense>
          )}
          <div className={classes.columns}>
            <Surface title={t('whoTitle')} titleId="who-is-in" isFlush>
              <WhoIsIn days={result.data.days} />
            </Surface>
            <div className={classes.stack}>
              <Surface title={t('recentTitle')} titleId="latest-marks" isFlush>
                <RecentMarks marks={result.data.marks} />
              </Surface>
              {result.data.refused && (
                <Surface title={t('refusedTitle')} titleId="refused-attempts" isFlush>
                  <RefusedAttempts attempts={result.data.refused.slice(0, 6)} />
                </Surface>
              )}
            </div>
          </div>
        </>
      ) : (
        <Surface>
          <ProblemState problem={result.problem} />
        </Surface>
      )}
    </>
  );
}
