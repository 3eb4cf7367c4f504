import { IconCalendarDollar, IconSignature } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { PeriodsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { addDays, dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { PeriodDialog } from './period-dialog';
import classes from './periods.module.css';
import { PeriodsTable } from './periods-table';
import { SignOffsTable } from './sign-offs-table';

/** Sign-offs of the last thirteen months. */
const DAYS_BACK = 396;

/** From "the days are right" to "payroll has taken them". */
export async function PeriodsPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('periods');
  const { viewer, sites, timeZone } = signedIn.data;
  const today = dateIn(timeZone, new Date());
  const result = await serverQuery(PeriodsDocument, { from: addDays(today, -DAYS_BACK), to: today });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { finalisedPeriods, periodSignOffs, departments } = result.data;
  const names = { sites, departments };
  const lastMonthEnd = addDays(`${today.slice(0, 7)}-01`, -1);
  const lastMonth = { from: `${lastMonthEnd.slice(0, 7)}-01`, to: lastMonthEnd, names };
  const canSign = may(viewer, 'attendance:manage');
  const canFinalise = may(viewer, 'employees:write');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <div className={classes.buttons}>
            {canSign && <PeriodDialog kind="sign" {...lastMonth} />}
            {canFinalise && <PeriodDialog kind="finalise" {...lastMonth} />}
          </div>
        }
      />
      <div className={classes.stack}>
        <Surface title={t('finalisedTitle')} titleId="periods-finalised" isFlush>
          {finalisedPeriods.length === 0 ? (
            <EmptyState icon={<IconCalendarDollar size={22} />} title={t('noPeriods')} text={t('noPeriodsText')} />
          ) : (
            <PeriodsTable
              rows={finalisedPeriods}
              names={names}
              canReopen={canFinalise}
              canSeeDeltas={may(viewer, 'reports:read')}
            />
          )}
        </Surface>
        <Surface title={t('signOffsTitle')} titleId="periods-signed" isFlush>
          {periodSignOffs.length === 0 ? (
            <EmptyState icon={<IconSignature size={22} />} title={t('noSignOffs')} text={t('noSignOffsText')} />
          ) : (
            <SignOffsTable rows={periodSignOffs} names={names} canWithdraw={canSign} />
          )}
        </Surface>
      </div>
    </>
  );
}
