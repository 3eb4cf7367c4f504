import { getTranslations } from 'next-intl/server';
import { CalendarDate } from '../../components/ui/moment';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import type { SearchParams } from '../../lib/navigation/page-params';
import { dateIn } from '../../lib/time/zoned-day';
import { requireViewer } from '../auth/require-viewer';
import { AttendanceFilters } from './attendance-filters';
import { DateStepper } from './date-stepper';
import { DayList } from './day-list';
import { readView } from './load-attendance';
import { MarkList } from './mark-list';

export async function AttendancePage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { sites, timeZone } = signedIn.data;
  const t = await getTranslations('attendance');
  const today = dateIn(timeZone, new Date());
  const view = readView(params, today, sites, timeZone);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={<CalendarDate date={view.date} style="longDate" />}
        actions={<DateStepper date={view.date} today={today} />}
      />
      <Surface isFlush>
        <AttendanceFilters view={view.name} sites={sites} />
        {view.name === 'days' ? <DayList view={view} /> : <MarkList view={view} />}
      </Surface>
    </>
  );
}
