import { IconCalendarUser, IconClockHour9, IconUserSearch } from '@tabler/icons-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import { ClearFilters } from '../../components/ui/clear-filters';
import { EmptyState } from '../../components/ui/empty-state';
import { FilterBar } from '../../components/ui/filter-bar';
import { FilterSearch } from '../../components/ui/filter-search';
import { FilterSelect } from '../../components/ui/filter-select';
import { LinkButton } from '../../components/ui/link-button';
import { PageHeader } from '../../components/ui/page-header';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { weekOf } from '../../lib/time/week-days';
import { dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AssignShift } from './assign-shift';
import { loadRoster, type RosterView, readWeek } from './load-roster';
import { RosterGrid } from './roster-grid';
import { WeekStepper } from './week-stepper';

/** Who works when, a week at a time. */
export async function RosterPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { viewer, sites, timeZone } = signedIn.data;
  const t = await getTranslations('roster');
  const format = await getFormatter();
  const today = dateIn(timeZone, new Date());
  const dates = readWeek(params, today, viewer.weekStartsOn);
  const result = await loadRoster(params, dates);
  const [start = today, end = today] = [dates.at(0), dates.at(-1)];
  const [first, last] = [new Date(start), new Date(end)];
  const canPlan = may(viewer, 'attendance:manage') && result.ok && result.data.shifts.some((one) => !one.isArchived);
  const from = dates.includes(today) ? today : start;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={format.dateTimeRange(first, last, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })}
        actions={
          <>
            <WeekStepper start={start} thisStart={weekOf(today, viewer.weekStartsOn)[0] ?? today} />
            {canPlan && result.ok && <AssignShift shifts={result.data.shifts} from={from} />}
          </>
        }
      />
      <Surface isFlush>
        <FilterBar label={t('search')}>
          <FilterSearch name="q" label={t('search')} />
          {sites.length > 1 && (
            <FilterSelect
              name="site"
              label={t('site')}
              options={sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </FilterBar>
        {result.ok ? (
          <RosterWeek view={result.data} today={today} canPlan={canPlan} isFiltered={isFiltered(params)} />
        ) : (
          <ProblemState problem={result.problem} />
        )}
      </Surface>
    </>
  );
}

const isFiltered = (params: SearchParams) => readText(params.q) !== null || readText(params.site) !== null;

interface RosterWeekProps {
  readonly view: RosterView;
  readonly today: string;
  readonly canPlan: boolean;
  readonly isFiltered: boolean;
}

async function RosterWeek({ view, today, canPlan, isFiltered }: RosterWeekProps) {
  const t = await getTranslations('roster');
  if (view.weeks.length === 0)
    return (
      <EmptyState
        icon={isFiltered ? <IconUserSearch size={22} /> : <IconCalendarUser size={22} />}
        title={isFiltered ? t('noMatch') : t('nobody')}
        text={isFiltered ? undefined : t('nobodyText')}
        action={isFiltered ? <ClearFilters /> : undefined}
      />
    );
  if (view.shifts.length === 0)
    return (
      <EmptyState
        icon={<IconClockHour9 size={22} />}
        title={t('noShifts')}
        text={t('noShiftsText')}
        action={<LinkButton href="/shifts">{t('toShifts')}</LinkButton>}
      />
    );
  return (
    <>
      <RosterGrid view={view} today={today} canPlan={canPlan} />
      <Pager shown={view.weeks.length} total={view.totalCount} pageSize={view.pageSize} nextCursor={view.nextCursor} />
    </>
  );
}
