import { IconBeach } from '@tabler/icons-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '../../components/ui/empty-state';
import { Pill } from '../../components/ui/pill';
import { ProblemState } from '../../components/ui/problem-state';
import { Surface } from '../../components/ui/surface';
import { type LeaveRowFragment, LeavesOfPersonDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';
import { addDays } from '../../lib/time/zoned-day';
import { AddLeave } from '../leave/add-leave';
import { DECISION_TONES } from '../leave/decision-tones';
import { LeaveDates } from '../leave/leave-dates';
import { LeaveKind } from '../leave/leave-kind';
import type { PickedPerson } from '../people/people-picker';
import classes from './person-history.module.css';

interface ProfileLeaveProps {
  readonly person: PickedPerson;
  /** `YYYY-MM-DD`, where the person works. */
  readonly today: string;
  readonly canManage: boolean;
}

/** When a person is and was away. */
export async function ProfileLeave({ person, today, canManage }: ProfileLeaveProps) {
  const t = await getTranslations();
  const employeeId = person.id;
  const result = await serverQuery(LeavesOfPersonDocument, {
    coming: { employeeId, from: today },
    past: { employeeId, to: addDays(today, -1) },
  });
  if (!result.ok) return <ProblemState problem={result.problem} />;
  const { coming, past, leaveTypes } = result.data;
  // What began before today and goes on is coming, not past.
  const over = past.nodes.filter(({ to }) => to < today).slice(0, 5);
  const offered = leaveTypes.filter(({ isArchived }) => !isArchived);
  const isEmpty = coming.nodes.length + over.length === 0;
  return (
    <Surface
      title={t('leave.title')}
      titleId="leave"
      isFlush
      actions={canManage && offered.length > 0 && <AddLeave types={offered} person={person} />}
    >
      {isEmpty && <EmptyState icon={<IconBeach size={22} />} title={t('personLeave.empty')} />}
      {coming.nodes.length > 0 && <LeaveRows title={t('personLeave.coming')} rows={coming.nodes.toReversed()} />}
      {over.length > 0 && <LeaveRows title={t('personLeave.past')} rows={over} />}
      {!isEmpty && (
        <p className={classes.hint}>
          <Link href={`/leave?employee=${employeeId}`}>{t('personLeave.showAll')}</Link>
        </p>
      )}
    </Surface>
  );
}

interface LeaveRowsProps {
  readonly title: string;
  readonly rows: readonly LeaveRowFragment[];
}

async function LeaveRows({ title, rows }: LeaveRowsProps) {
  const t = await getTranslations('decisionStatus');
  return (
    <>
      <h3 className={classes.part}>{title}</h3>
      <ul className={classes.rows}>
        {rows.map((leave) => (
          <li key={leave.id}>
            <span className={classes.what}>
              <LeaveKind type={leave.leaveType} />
              <span className={classes.sub}>
                <LeaveDates leave={leave} />
              </span>
            </span>
            <Pill tone={DECISION_TONES[leave.status]}>{t(leave.status)}</Pill>
          </li>
        ))}
      </ul>
    </>
  );
}
