import { IconBeach, IconCalendarOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { HolidaysOfYearDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { readText, type SearchParams } from '../../lib/navigation/page-params';
import { addDays, dateIn } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { AddHoliday } from './add-holiday';
import { AddWeeklyOff } from './add-weekly-off';
import classes from './holidays.module.css';
import { HolidaysTable } from './holidays-table';
import { ImportHolidays } from './import-holidays';
import { WeeklyOffsTable } from './weekly-offs-table';
import { YearStepper } from './year-stepper';

/** What a day off on weekdays changes by itself, and so what is shown of it before. */
const DAYS_BACK = 31;

/** On which days nobody has to work. */
export async function HolidaysPage({ params }: { readonly params: SearchParams }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const { sites, viewer, timeZone } = signedIn.data;
  const t = await getTranslations('holidays');
  const wanted = readText(params.year) ?? '';
  const year = /^[12]\d{3}$/.test(wanted) ? Number(wanted) : Number(dateIn(timeZone, new Date()).slice(0, 4));
  const result = await serverQuery(HolidaysOfYearDocument, { from: `${year}-01-01`, to: `${year}-12-31` });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const holidays = result.data.holidays.toSorted((a, b) => a.date.localeCompare(b.date));
  const { weeklyOffs } = result.data;
  const canEdit = may(viewer, 'employees:write');
  const canTryOut = canEdit && may(viewer, 'attendance:manage');
  const today = dateIn(timeZone, new Date());
  const triedRange = canTryOut ? { from: addDays(today, -DAYS_BACK), to: today } : null;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          canEdit && (
            <>
              <ImportHolidays sites={sites} year={year} />
              <AddHoliday sites={sites} canTryOut={canTryOut} />
            </>
          )
        }
      />
      <div className={classes.columns}>
        <Surface
          title={t('holidaysOf', { count: holidays.length })}
          titleId="holidays"
          actions={<YearStepper year={year} />}
          isFlush
        >
          {holidays.length === 0 ? (
            <EmptyState
              icon={<IconBeach size={22} />}
              title={t('empty', { year: String(year) })}
              text={t('emptyText')}
            />
          ) : (
            <HolidaysTable rows={holidays} sites={sites} canEdit={canEdit} canTryOut={canTryOut} />
          )}
        </Surface>
        <Surface
          title={t('offs')}
          titleId="weekly-offs"
          actions={canEdit && <AddWeeklyOff sites={sites} triedRange={triedRange} />}
          isFlush
        >
          {weeklyOffs.length === 0 ? (
            <EmptyState icon={<IconCalendarOff size={22} />} title={t('noOffs')} text={t('noOffsText')} />
          ) : (
            <WeeklyOffsTable rows={weeklyOffs} sites={sites} canEdit={canEdit} triedRange={triedRange} />
          )}
        </Surface>
      </div>
    </>
  );
}
