import { IconCalendarOff } from '@tabler/icons-react';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { CalendarDate } from '../../components/ui/moment';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { DayDetailDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { dateIn, isCalendarDate } from '../../lib/time/zoned-day';
import { may } from '../auth/may';
import { requireViewer } from '../auth/require-viewer';
import { VouchMark } from '../presence/vouch-mark';
import { AddMark } from './add-mark';
import { DayVerdict } from './day-verdict';
import { OffShiftMarks } from './off-shift-marks';

/** One person's day: the verdict, the marks, the rules that led to it, and ways to put it right. */
export async function DayPage({ employeeId, date }: { readonly employeeId: string; readonly date: string }) {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  if (!isCalendarDate(date)) notFound();
  const result = await serverQuery(DayDetailDocument, { employeeId, date });
  if (!result.ok && result.problem === 'NOT_FOUND') notFound();
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { viewer, employee, attendanceDay, attendanceDays, offShiftMarks } = result.data;
  if (!employee) notFound();
  const t = await getTranslations('day');
  const tOff = await getTranslations('offShift');
  const timeZone = attendanceDays.nodes[0]?.timeZone ?? employee.site?.timeZone ?? signedIn.data.timeZone;
  const canManage = may(signedIn.data.viewer, 'attendance:manage');
  const isFinal = attendanceDays.nodes.some((day) => day.isFinal);
  const photos = Object.fromEntries(
    attendanceDay.events.flatMap(({ id, attempt }) => (attempt?.hasPhoto ? [[id, attempt.id]] : [])),
  );
  const isOwn = viewer.employee?.id === employee.id;
  return (
    <>
      <PageHeader
        title={<span dir="auto">{employee.name}</span>}
        lead={<CalendarDate date={date} style="longDate" />}
        back={{ href: `/attendance?date=${date}`, label: t('back') }}
        actions={
          <>
            {canManage && date === dateIn(timeZone, new Date()) && <VouchMark person={employee} />}
            {(canManage || isOwn) && !isFinal && (
              <AddMark employee={employee} date={date} timeZone={timeZone} isDecided={canManage} />
            )}
          </>
        }
      />
      {attendanceDays.nodes.length === 0 && offShiftMarks.nodes.length === 0 && (
        <EmptyState icon={<IconCalendarOff size={22} />} title={t('none')} text={t('noneText')} />
      )}
      {attendanceDays.nodes.map((day) => (
        <DayVerdict
          key={day.id}
          day={day}
          employee={employee}
          canManage={canManage && !day.isFinal}
          photos={photos}
          decision={attendanceDay.overtimeDecisions.find(({ id }) => id === day.id) ?? null}
        />
      ))}
      {offShiftMarks.nodes.length > 0 && (
        <Surface title={tOff('title')} titleId="day-off-shift">
          <OffShiftMarks marks={offShiftMarks.nodes} employeeId={employee.id} canManage={canManage} />
        </Surface>
      )}
    </>
  );
}
