import { IconFileImport } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { JobsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readPage, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { ImportDesk } from './import-desk';
import classes from './imports.module.css';
import { JobsTable } from './jobs-table';

/** People and marks out of files, and what became of the files before. */
export async function ImportsPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites } = signedIn.data;
  if (!may(viewer, 'employees:write')) return <ProblemState problem="FORBIDDEN" />;
  const t = await getTranslations('imports');
  const page = readPage(params);
  const result = await serverQuery(JobsDocument, page);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={classes.columns}>
        <Surface title={t('newImport')} titleId="new-import">
          <div className={classes.desk}>
            <ImportDesk sites={sites} />
          </div>
        </Surface>
        <Surface title={t('history')} titleId="import-history" isFlush>
          {!result.ok && <ProblemState problem={result.problem} />}
          {result.ok && result.data.jobs.nodes.length === 0 && (
            <EmptyState icon={<IconFileImport size={22} />} title={t('empty')} text={t('emptyText')} />
          )}
          {result.ok && result.data.jobs.nodes.length > 0 && (
            <>
              <JobsTable rows={result.data.jobs.nodes} />
              <Pager
                shown={result.data.jobs.nodes.length}
                total={result.data.jobs.totalCount}
                pageSize={page.first}
                nextCursor={
                  result.data.jobs.pageInfo.hasNextPage ? (result.data.jobs.pageInfo.endCursor ?? null) : null
                }
              />
            </>
          )}
        </Surface>
      </div>
    </>
  );
}
