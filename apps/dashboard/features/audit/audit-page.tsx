import { IconListSearch } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { Suspense } from 'react';
import { ClearFilters } from '../../components/ui/clear-filters';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import type { SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AuditDownload } from './audit-download';
import { hasAuditFilter, readAuditFilter } from './audit-filter';
import { AuditFilters } from './audit-filters';
import { AuditTable } from './audit-table';
import { ChainChecking, ChainState } from './chain-state';
import { loadAudit } from './load-audit';

export async function AuditPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, timeZone } = signedIn.data;
  const t = await getTranslations('audit');
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={may(viewer, 'audit:read') && <AuditDownload filter={readAuditFilter(params, timeZone)} />}
      />
      <Suspense fallback={<ChainChecking />}>
        <ChainState />
      </Suspense>
      <Surface isFlush>
        <AuditFilters />
        <AuditList params={params} timeZone={timeZone} />
      </Surface>
    </>
  );
}

async function AuditList({ params, timeZone }: { readonly params: SearchParams; readonly timeZone: string }) {
  const t = await getTranslations('audit');
  const result = await loadAudit(params, timeZone);
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { nodes, totalCount, pageInfo, pageSize } = result.data;
  if (nodes.length === 0) {
    const isFiltered = hasAuditFilter(params);
    return (
      <EmptyState
        icon={<IconListSearch size={22} />}
        title={isFiltered ? t('noMatch') : t('empty')}
        action={isFiltered ? <ClearFilters /> : undefined}
      />
    );
  }
  return (
    <>
      <AuditTable rows={nodes} />
      <Pager
        shown={nodes.length}
        total={totalCount}
        pageSize={pageSize}
        nextCursor={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
      />
    </>
  );
}
