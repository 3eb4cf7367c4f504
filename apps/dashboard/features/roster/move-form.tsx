'use client';

import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { PersonWeek } from './load-roster';
import type { PlannedDay } from './planned-week';
import { useShiftMoves } from './use-shift-moves';
import { WrongMove } from './wrong-move';

interface MoveFormProps {
  readonly day: PlannedDay;
  readonly person: PersonWeek['person'];
  /** To whom a shift can be given. */
  readonly people: readonly PersonWeek['person'][];
  readonly onDone: () => void;
}

/** What dragging does, with fields and buttons: a shift of the day goes to another date or person, or there too. */
export function MoveForm({ day, person, people, onDone }: MoveFormProps) {
  const t = useTranslations('roster');
  const moves = useShiftMoves();
  const [shiftId, setShiftId] = useState(day.shifts[0]?.id ?? '');
  const [personId, setPersonId] = useState(person.id);
  const [date, setDate] = useState(day.date);
  const shift = day.shifts.find(({ id }) => id === shiftId);
  const to = people.find(({ id }) => id === personId);
  const isElsewhere = date !== '' && (date !== day.date || personId !== person.id);
  const act = (how: 'move' | 'copy') => async () => {
    if (!shift || !to) return;
    if (await moves[how]({ shift, from: { person, date: day.date }, to: { person: to, date } })) onDone();
  };
  return (
    <Stack gap="sm">
      <WrongMove text={moves.problemText} />
      {day.shifts.length > 1 && (
        <NativeSelect
          label={t('movedShift')}
          data={day.shifts.map(({ id, name }) => ({ value: id, label: name }))}
          value={shiftId}
          onChange={(event) => setShiftId(event.currentTarget.value)}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <NativeSelect
          label={t('moveToPerson')}
          data={people.map(({ id, name, number }) => ({ value: id, label: `${name} · ${number}` }))}
          value={personId}
          onChange={(event) => setPersonId(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t('moveToDate')}
          value={date}
          onChange={(event) => setDate(event.currentTarget.value)}
        />
      </SimpleGrid>
      <Group gap="sm">
        <Button variant="default" disabled={!isElsewhere} loading={moves.isBusy} onClick={act('move')}>
          {t('move')}
        </Button>
        <Button variant="default" disabled={!isElsewhere} loading={moves.isBusy} onClick={act('copy')}>
          {t('copy')}
        </Button>
      </Group>
    </Stack>
  );
}
