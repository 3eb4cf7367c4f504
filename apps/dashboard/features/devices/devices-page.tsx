import { DEVICE_STATUSES } from '@rollcall/contracts';
import { IconDeviceTablet } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClearFilters } from '../../components/ui/clear-filters';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSelect } from '../../components/ui/filter-select';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { DevicesDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddDevice } from './add-device';
import { DevicesTable } from './devices-table';

/** What sends marks: whether it is heard of, and whether its clock is right. */
export async function DevicesPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { sites, viewer } = signedIn.data;
  const t = await getTranslations('devices');
  const page = readPage(params);
  const filter = { status: readOneOf(params.status, DEVICE_STATUSES), siteId: readText(params.site) };
  const result = await serverQuery(DevicesDocument, { filter, ...page });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { nodes, totalCount, pageInfo } = result.data.devices;
  const canEdit = may(viewer, 'employees:write');
  const isFiltered = filter.status !== null || filter.siteId !== null;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={canEdit && <AddDevice sites={sites} />} />
      <Surface isFlush>
        <FilterBar label={t('filter')}>
          <FilterSelect
            name="status"
            label={t('status')}
            options={DEVICE_STATUSES.map((value) => ({ value, label: t(`deviceStatus.${value}`) }))}
          />
          {sites.length > 1 && (
            <FilterSelect
              name="site"
              label={t('site')}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FilterBar>
        {nodes.length === 0 ? (
          <EmptyState
            icon={<IconDeviceTablet size={22} />}
            title={isFiltered ? t('noMatch') : t('empty')}
            text={isFiltered ? undefined : t('emptyText')}
            action={isFiltered ? <ClearFilters /> : undefined}
          />
        ) : (
          <>
            <DevicesTable rows={nodes} sites={sites} canEdit={canEdit} />
            <Pager
              shown={nodes.length}
              total={totalCount}
              pageSize={page.first}
              nextCursor={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
            />
          </>
        )}
      </Surface>
    </>
  );
}
