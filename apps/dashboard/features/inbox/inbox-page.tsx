import { IconChecks } from '@tabler/icons-react';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { PageHeader } from '../../components/ui/page-header';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { InboxDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { addDays, dateIn } from '../../lib/time/zoned-day';
import { requireViewer } from '../auth/require-viewer';
import { CorrectionsTable } from './corrections-table';
import { DisputesTable } from './disputes-table';
import classes from './inbox.module.css';
import { LeavesTable } from './leaves-table';
import { MissingTable } from './missing-table';
import { OffShiftTable } from './off-shift-table';
import { OvertimeTable } from './overtime-table';

/** Missing marks further back are payroll's past. */
const DAYS_BACK = 62;

/** Everything that waits for a person, in one place. */
export async function InboxPage() {
  const signedIn = await requireViewer();
  if (!signedIn.ok) return <ProblemState problem={signedIn.problem} />;
  const t = await getTranslations('inbox');
  const today = dateIn(signedIn.data.timeZone, new Date());
  const result = await serverQuery(InboxDocument, { from: addDays(today, -DAYS_BACK), to: today });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { corrections, disputes, leaves, leaveTypes, attendanceDays, offShiftMarks } = result.data;
  // Of finalised days nothing can be decided any more.
  const overtime = result.data.overtimeDays.nodes.filter((day) => !day.isFinal);
  const tDispute = await getTranslations('dispute');
  const tOff = await getTranslations('offShift');
  const waiting = [corrections, disputes, leaves, attendanceDays, offShiftMarks].some(
    ({ totalCount }) => totalCount > 0,
  );
  const isEmpty = !waiting && overtime.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className={classes.stack}>
        {isEmpty && (
          <Surface>
            <EmptyState icon={<IconChecks size={22} />} title={t('nothing')} text={t('nothingText')} />
          </Surface>
        )}
        {disputes.nodes.length > 0 && (
          <Surface title={`${tDispute('listTitle')} (${disputes.totalCount})`} titleId="inbox-disputes" isFlush>
            <DisputesTable rows={disputes.nodes} />
          </Surface>
        )}
        {corrections.nodes.length > 0 && (
          <Surface title={`${t('corrections')} (${corrections.totalCount})`} titleId="inbox-corrections" isFlush>
            <CorrectionsTable rows={corrections.nodes} />
          </Surface>
        )}
        {leaves.nodes.length > 0 && (
          <Surface title={`${t('leaves')} (${leaves.totalCount})`} titleId="inbox-leaves" isFlush>
            <LeavesTable rows={leaves.nodes} types={leaveTypes} />
          </Surface>
        )}
        {overtime.length > 0 && (
          <Surface title={`${t('overtime')} (${overtime.length})`} titleId="inbox-overtime" isFlush>
            <OvertimeTable rows={overtime} />
          </Surface>
        )}
        {attendanceDays.nodes.length > 0 && (
          <Surface title={`${t('missing')} (${attendanceDays.totalCount})`} titleId="inbox-missing" isFlush>
            <MissingTable rows={attendanceDays.nodes} />
          </Surface>
        )}
        {offShiftMarks.nodes.length > 0 && (
          <Surface title={`${tOff('title')} (${offShiftMarks.totalCount})`} titleId="inbox-off-shift" isFlush>
            <OffShiftTable rows={offShiftMarks.nodes} />
          </Surface>
        )}
      </div>
    </>
  );
}
