'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import type { EmployeeRowFragment } from '../../gql/graphql';
import classes from './chosen-employees.module.css';
import { MoveEmployees, type MoveTargets } from './move-employees';

interface ChosenEmployeesProps {
  readonly rows: readonly EmployeeRowFragment[];
  readonly chosen: readonly EmployeeRowFragment[];
  readonly targets: MoveTargets;
  readonly onChoose: (ids: readonly string[]) => void;
}

/** How many of the page are chosen, and what can be done with them together. */
export function ChosenEmployees({ rows, chosen, targets, onChoose }: ChosenEmployeesProps) {
  const t = useTranslations('employees');
  const [isMoving, move] = useDisclosure(false);
  const hasAll = chosen.length === rows.length;
  return (
    <div className={classes.bar}>
      <span role="status">{t('chosenCount', { count: chosen.length })}</span>
      <Button size="compact-sm" variant="subtle" onClick={() => onChoose(hasAll ? [] : rows.map(({ id }) => id))}>
        {hasAll ? t('chooseNone') : t('chooseAll')}
      </Button>
      <Button size="compact-sm" variant="light" disabled={chosen.length === 0} onClick={move.open}>
        {t('move')}
      </Button>
      <MoveEmployees
        people={chosen}
        targets={targets}
        isOpen={isMoving}
        onClose={move.close}
        onMoved={() => onChoose([])}
      />
    </div>
  );
}
