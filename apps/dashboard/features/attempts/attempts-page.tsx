import { IconHistory } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClearFilters } from '../../components/ui/clear-filters';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import type { SearchParams } from '../../lib/navigation/page-params';
import { requireViewer } from '../auth/require-viewer';
import { AttemptFilters } from './attempt-filters';
import { AttemptsTable } from './attempts-table';
import { hasAttemptFilter, loadAttempts } from './load-attempts';

export async function AttemptsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('attempts');
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <Surface isFlush>
        <AttemptFilters />
        <AttemptList params={params} timeZone={signedIn.data.timeZone} />
      </Surface>
    </>
  );
}

async function AttemptList({ params, timeZone }: { readonly params: SearchParams; readonly timeZone: string }) {
  const t = await getTranslations('attempts');
  const result = await loadAttempts(params, timeZone);
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { nodes, totalCount, pageInfo, pageSize } = result.data;
  if (nodes.length === 0) {
    const isFiltered = hasAttemptFilter(params);
    return (
      <EmptyState
        icon={<IconHistory size={22} />}
        title={isFiltered ? t('noMatch') : t('empty')}
        text={isFiltered ? undefined : t('emptyText')}
        action={isFiltered ? <ClearFilters /> : undefined}
      />
    );
  }
  return (
    <>
      <AttemptsTable rows={nodes} />
      <Pager
        shown={nodes.length}
        total={totalCount}
        pageSize={pageSize}
        nextCursor={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
      />
    </>
  );
}
