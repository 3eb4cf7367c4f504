'use client';

import { Divider, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { AssignForm } from './assign-form';
import type { PersonWeek, RosterView } from './load-roster';
import { MoveForm } from './move-form';
import { PersonPlan } from './person-plan';

interface PlanDialogProps {
  readonly view: RosterView;
  readonly week: PersonWeek;
  /** The days that were chosen, both included. */
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}

/** All that can be done with a day of a person, or some days in a row. */
export function PlanDialog({ view: { shifts, weeks }, week, from, to, onClose }: PlanDialogProps) {
  const t = useTranslations('roster');
  const format = useFormatter();
  const day = from === to ? week.days.find(({ date }) => date === from) : undefined;
  const date = format.dateTime(new Date(`${from}T00:00:00Z`), {
    ...{ weekday: 'long', day: 'numeric', month: 'long' },
    timeZone: 'UTC',
  });
  const heading = (text: string) => (
    <Text fw={560} size="sm" mb="xs">
      {text}
    </Text>
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('planOf', { name: week.person.name })}>
      {heading(t('plannedSoFar'))}
      <PersonPlan personId={week.person.id} assignments={week.assignments} shifts={shifts} />
      {day && day.shifts.length > 0 && (
        <>
          <Divider my="md" />
          {heading(t('moveOf', { date }))}
          <MoveForm day={day} person={week.person} people={weeks.map(({ person }) => person)} onDone={onClose} />
        </>
      )}
      <Divider my="md" />
      {heading(t('assign'))}
      <AssignForm shifts={shifts} person={week.person} from={from} to={to} onDone={onClose} onCancel={onClose} />
    </Dialog>
  );
}
