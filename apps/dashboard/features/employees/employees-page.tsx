import { EMPLOYEE_STATUSES } from '@rollcall/contracts';
import { IconUserSearch, IconUsers } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { ClearFilters } from '../../components/ui/clear-filters';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSearch } from '../../components/ui/filter-search';
import { FilterSelect } from '../../components/ui/filter-select';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { SavedViewsMenu } from '../saved-views/saved-views-menu';
import { AddEmployee } from './add-employee';
import { EmployeesTable } from './employees-table';
import { type Employees, FACE_STATUSES, hasEmployeeFilter, loadEmployees } from './load-employees';
import type { MoveTargets } from './move-employees';

/** The list says itself why it could not be read. */
const NOTHING = { departments: [], customFields: [] };

export async function EmployeesPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites } = signedIn.data;
  const t = await getTranslations('employees');
  const canAdd = may(viewer, 'employees:write');
  const result = await loadEmployees(params, canAdd);
  const { departments, customFields } = result.ok ? result.data : NOTHING;
  const isAsked = readText(params.add) !== null;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={result.ok && !hasEmployeeFilter(params) ? t('lead', { count: result.data.page.totalCount }) : null}
        actions={
          canAdd && (
            <AddEmployee key={String(isAsked)} choices={{ sites, departments, customFields }} isAsked={isAsked} />
          )
        }
      />
      <Surface isFlush>
        <EmployeeFilters sites={sites} departments={departments} />
        {result.ok ? (
          <EmployeeList
            page={result.data.page}
            isFiltered={hasEmployeeFilter(params)}
            targets={canAdd && sites.length + departments.length > 1 ? { sites, departments } : null}
          />
        ) : (
          <ProblemState problem={result.problem} />
        )}
      </Surface>
    </>
  );
}

async function EmployeeFilters({ sites, departments }: MoveTargets) {
  const t = await getTranslations();
  const named = (all: MoveTargets['sites']) => all.map(({ id, name }) => ({ value: id, label: name }));
  const options = <Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return (
    <FilterBar label={t('employees.search')}>
      <FilterSearch name="q" label={t('employees.search')} />
      <FilterSelect
        name="status"
        label={t('employees.filterStatus')}
        options={options(EMPLOYEE_STATUSES, (value) => t(`employeeStatus.${value}`))}
      />
      <FilterSelect
        name="face"
        label={t('employees.filterFace')}
        options={options(FACE_STATUSES, (value) => t(`faceStatus.${value}`))}
      />
      {sites.length > 1 && <FilterSelect name="site" label={t('employees.filterSite')} options={named(sites)} />}
      {departments.length > 0 && (
        <FilterSelect name="department" label={t('employees.filterDepartment')} options={named(departments)} />
      )}
      <SavedViewsMenu list="EMPLOYEES" />
    </FilterBar>
  );
}

async function EmployeeList({
  page,
  isFiltered,
  targets,
}: {
  readonly page: Employees['page'];
  readonly isFiltered: boolean;
  readonly targets: MoveTargets | null;
}) {
  const t = await getTranslations('employees');
  const { nodes, totalCount, pageInfo, pageSize } = page;
  if (nodes.length === 0) {
    return isFiltered ? (
      <EmptyState
        icon={<IconUserSearch size={22} />}
        title={t('noMatchTitle')}
        text={t('noMatchText')}
        action={<ClearFilters />}
      />
    ) : (
      <EmptyState icon={<IconUsers size={22} />} title={t('emptyTitle')} text={t('emptyText')} />
    );
  }
  return (
    <>
      <EmployeesTable rows={nodes} targets={targets} />
      <Pager
        shown={nodes.length}
        total={totalCount}
        pageSize={pageSize}
        nextCursor={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
      />
    </>
  );
}
