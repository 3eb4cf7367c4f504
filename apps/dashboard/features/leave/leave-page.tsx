import { DECISION_STATUSES } from '@rollcall/contracts';
import { IconBeach } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClearFilters } from '../../components/ui/clear-filters';
import { ClearPerson } from '../../components/ui/clear-person';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterDates } from '../../components/ui/filter-dates';
import { FilterSelect } from '../../components/ui/filter-select';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { LeavePageDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { isCalendarDate } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddLeave } from './add-leave';
import { KindsSection } from './kinds-section';
import classes from './leave.module.css';
import { LeavesTable } from './leaves-table';

function readFilter(params: SearchParams) {
  const date = (name: string) => {
    const text = readText(params[name]);
    return text !== null && isCalendarDate(text) ? text : null;
  };
  const employeeId = readText(params.employee);
  return { employeeId, status: readOneOf(params.status, DECISION_STATUSES), from: date('from'), to: date('to') };
}

/** Who is away when, what waits for a decision, and what one can be away for. */
export async function LeavePage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations();
  const filter = readFilter(params);
  const page = readPage(params);
  const result = await serverQuery(LeavePageDocument, { filter, ...page });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { leaves, leaveTypes } = result.data;
  const canManage = may(signedIn.data.viewer, 'attendance:manage');
  const offered = leaveTypes.filter(({ isArchived }) => !isArchived);
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <>
      <PageHeader
        title={t('leave.title')}
        lead={t('leave.lead')}
        actions={canManage && offered.length > 0 && <AddLeave types={offered} />}
      />
      <div className={classes.sheets}>
        <Surface isFlush>
          <FilterBar label={t('leave.filter')}>
            <FilterSelect
              name="status"
              label={t('leave.status')}
              options={DECISION_STATUSES.map((value) => ({ value, label: t(`decisionStatus.${value}`) }))}
            />
            <FilterDates fromLabel={t('leave.from')} toLabel={t('leave.to')} />
            <ClearPerson />
          </FilterBar>
          {leaves.nodes.length === 0 ? (
            <EmptyState
              icon={<IconBeach size={22} />}
              title={isFiltered ? t('leave.noMatch') : t('leave.empty')}
              text={isFiltered ? undefined : t('leave.emptyText')}
              action={isFiltered ? <ClearFilters /> : undefined}
            />
          ) : (
            <>
              <LeavesTable rows={leaves.nodes} canManage={canManage} />
              <Pager
                shown={leaves.nodes.length}
                total={leaves.totalCount}
                pageSize={page.first}
                nextCursor={leaves.pageInfo.hasNextPage ? (leaves.pageInfo.endCursor ?? null) : null}
              />
            </>
          )}
        </Surface>
        <KindsSection types={leaveTypes} canEdit={may(signedIn.data.viewer, 'employees:write')} />
      </div>
    </>
  );
}
