'use client';

import { Divider, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { Person } from '../../components/ui/person';
import { AssignForm } from './assign-form';
import { DayCell } from './day-cell';
import type { RosterView } from './load-roster';
import { PersonPlan } from './person-plan';
import classes from './roster.module.css';

const HUES = 6;

interface RosterGridProps {
  readonly view: RosterView;
  readonly today: string;
  readonly canPlan: boolean;
}

/** People down, days across. A press on a day plans it. */
export function RosterGrid({ view: { dates, weeks, shifts }, today, canPlan }: RosterGridProps) {
  const t = useTranslations('roster');
  const format = useFormatter();
  const [chosen, choose] = useState<{ readonly personId: string; readonly date: string } | null>(null);
  const week = weeks.find(({ person }) => person.id === chosen?.personId);
  const hueOf = (shiftId: string) => shifts.findIndex(({ id }) => id === shiftId) % HUES;
  const heading = (date: string) => {
    const at = new Date(`${date}T00:00:00Z`);
    const part = (options: object) => format.dateTime(at, { ...options, timeZone: 'UTC' });
    return { weekday: part({ weekday: 'short' }), day: part({ day: 'numeric', month: 'short' }) };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroller} aria-label={t('table')} tabIndex={0}>
      <table className={classes.grid}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {dates.map((date) => (
              <th key={date} scope="col" data-today={date === today || undefined}>
                <span>{heading(date).weekday}</span> <span className={classes.date}>{heading(date).day}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ person, days }) => (
            <tr key={person.id}>
              <th scope="row">
                <Person name={person.name} number={person.number} href={`/employees/${person.id}`} />
              </th>
              {days.map((day) => (
                <td key={day.date} data-today={day.date === today || undefined}>
                  <DayCell
                    day={day}
                    name={person.name}
                    hueOf={hueOf}
                    onOpen={canPlan ? () => choose({ personId: person.id, date: day.date }) : null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {week && chosen && (
        <Dialog isOpen onClose={() => choose(null)} title={t('planOf', { name: week.person.name })}>
          <Text fw={560} size="sm">
            {t('plannedSoFar')}
          </Text>
          <PersonPlan personId={week.person.id} assignments={week.assignments} shifts={shifts} />
          <Divider my="md" />
          <AssignForm
            shifts={shifts}
            person={week.person}
            from={chosen.date}
            to={chosen.date}
            onDone={() => choose(null)}
            onCancel={() => choose(null)}
          />
        </Dialog>
      )}
    </section>
  );
}
