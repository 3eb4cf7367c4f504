'use client';

import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { CalendarDate } from '../../components/ui/moment';
import { ProblemNote } from '../../components/ui/problem-note';
import { RemoveShiftAssignmentDocument, type RosterShiftFragment } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { namedShiftsOn, type PlanAssignment } from './planned-week';
import classes from './roster.module.css';

interface PersonPlanProps {
  readonly personId: string;
  readonly assignments: readonly PlanAssignment[];
  readonly shifts: readonly RosterShiftFragment[];
}

/** All that was planned for one person, each entry with a way to take it back. */
export function PersonPlan({ personId, assignments, shifts }: PersonPlanProps) {
  const t = useTranslations('roster');
  const remove = useSave(RemoveShiftAssignmentDocument);
  const nameOf = (id: string) => shifts.find((shift) => shift.id === id)?.name ?? '–';
  const titleOf = (assignment: PlanAssignment) => {
    const { shiftId, rotationSlots, from, to } = assignment;
    if (from === to) return namedShiftsOn(assignment, from).map(nameOf).join(', ') || t('dayOff');
    return shiftId == null ? t('rotation', { length: rotationSlots.length }) : nameOf(shiftId);
  };
  if (assignments.length === 0) return <p className={classes.hint}>{t('noPlan')}</p>;
  return (
    <>
      {remove.problem && <ProblemNote problem={remove.problem} />}
      <ul className={classes.plan}>
        {assignments.map((assignment) => (
          <li key={assignment.id}>
            <span>
              <strong dir="auto">{titleOf(assignment)}</strong>
              <span className={classes.span}>
                <CalendarDate date={assignment.from} /> –{' '}
                {assignment.to ? <CalendarDate date={assignment.to} /> : t('openEnd')}
              </span>
            </span>
            {assignment.employeeId !== personId ? (
              <span className={classes.span}>{t('ofMergedRecord')}</span>
            ) : (
              <ActionIcon
                variant="subtle"
                color="gray"
                loading={remove.isSaving}
                aria-label={t('removeNamed', { name: titleOf(assignment), from: assignment.from })}
                onClick={() => remove.save({ id: assignment.id, version: assignment.version }, t('removed'))}
              >
                <IconTrash size={17} aria-hidden="true" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
