import { IconCalendarOff } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Pager } from '../../components/ui/pager';
import { ProblemState } from '../../components/ui/problem-state';
import { type AttendanceView, loadMarks } from './load-attendance';
import { MarksTable } from './marks-table';

export async function MarkList({ view }: { readonly view: AttendanceView }) {
  const t = await getTranslations('attendance');
  const result = await loadMarks(view);
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { nodes, totalCount, pageInfo } = result.data.attendanceEvents;
  if (nodes.length === 0) {
    const isFiltered = view.siteId !== null || view.search !== null;
    return (
      <EmptyState
        icon={<IconCalendarOff size={22} />}
        title={isFiltered ? t('noMatch') : t('daysEmpty')}
        text={isFiltered ? undefined : t('daysEmptyText')}
      />
    );
  }
  return (
    <>
      <MarksTable rows={nodes} />
      <Pager
        shown={nodes.length}
        total={totalCount}
        pageSize={view.page.first}
        nextCursor={pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null}
      />
    </>
  );
}
