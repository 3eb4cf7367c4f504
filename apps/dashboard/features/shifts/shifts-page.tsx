import { IconClockHour9 } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { ShiftsDocument, type ShiftsQuery } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddShift } from './add-shift';
import { ShiftsTable } from './shifts-table';

/** The hours of work there are. */
export async function ShiftsPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('shifts');
  const result = await serverQuery(ShiftsDocument, {});
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const today = dateIn(signedIn.data.timeZone, new Date());
  const canEdit = may(signedIn.data.viewer, 'employees:write');
  const canTryOut = canEdit && may(signedIn.data.viewer, 'attendance:manage');
  const policies = latestOf(result.data.attendancePolicies);
  const shifts = result.data.shifts.toSorted((a, b) => Number(a.isArchived) - Number(b.isArchived));
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={canEdit && <AddShift policies={policies} today={today} />}
      />
      <Surface isFlush>
        {shifts.length === 0 ? (
          <EmptyState icon={<IconClockHour9 size={22} />} title={t('empty')} text={t('emptyText')} />
        ) : (
          <ShiftsTable rows={shifts} policies={policies} today={today} canEdit={canEdit} canTryOut={canTryOut} />
        )}
      </Surface>
    </>
  );
}

/** Each policy once, by its latest name. */
function latestOf(versions: ShiftsQuery['attendancePolicies']) {
  const latest = new Map<string, ShiftsQuery['attendancePolicies'][number]>();
  for (const version of versions)
    if ((latest.get(version.policyId)?.number ?? 0) < version.number) latest.set(version.policyId, version);
  return [...latest.values()];
}
