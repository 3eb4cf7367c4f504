import { IconEqual } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { RetroDeltasDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { DeltasTable } from './deltas-table';
import { DownloadDeltas } from './download-deltas';
import { DateRange } from './period-scope';
import { UnjudgedNote } from './unjudged-note';

/** What late marks and corrections change about a month that payroll has taken. */
export async function DeltasPage({ periodId }: { readonly periodId: string }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('periods');
  const result = await serverQuery(RetroDeltasDocument, { periodId });
  if (!result.ok && result.problem === 'NOT_FOUND') notFound();
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { finalisedPeriods, retroDeltas, retroUnjudged, leaveTypes } = result.data;
  const period = finalisedPeriods.find(({ id }) => id === periodId);
  if (period === undefined) notFound();
  return (
    <>
      <PageHeader
        title={t('differencesTitle')}
        lead={<DateRange from={period.from} to={period.to} />}
        back={{ href: '/periods', label: t('title') }}
        actions={
          retroDeltas.length > 0 && may(signedIn.data.viewer, 'exports:write') && <DownloadDeltas periodId={periodId} />
        }
      />
      <UnjudgedNote people={retroUnjudged} />
      <Surface isFlush>
        {retroDeltas.length === 0 ? (
          <EmptyState icon={<IconEqual size={22} />} title={t('noDifferences')} text={t('noDifferencesText')} />
        ) : (
          <DeltasTable rows={retroDeltas} leaveTypes={leaveTypes} />
        )}
      </Surface>
    </>
  );
}
