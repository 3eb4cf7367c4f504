'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { Surface } from '../../components/ui/surface';
import type { EmployeeProfileFragment } from '../../gql/graphql';
import { ChangeLevel } from './change-level';
import classes from './profile.module.css';

interface LevelCardProps {
  readonly employee: EmployeeProfileFragment;
  readonly canWrite: boolean;
  /** A mark of this person turned out to be somebody else's. */
  readonly isSuggested: boolean;
}

/** How sure a check of this person must be; nothing where the viewer may not see it. */
export function LevelCard({ employee, canWrite, isSuggested }: LevelCardProps) {
  const t = useTranslations('level');
  const [isOpen, dialog] = useDisclosure(false);
  const { verificationLevel: level, hasPin, status } = employee;
  if (!level) return null;
  const isOffered = canWrite && status === 'ACTIVE';
  return (
    <Surface title={t('title')} titleId="level">
      <div className={classes.faceText}>
        <p>
          <strong>{t(level)}</strong>
        </p>
        <p className={classes.note}>{t(`text${level}`)}</p>
        {level === 'FACE_AND_PIN' && hasPin === false && <p role="alert">{t('noPin')}</p>}
        {level === 'STANDARD' && isSuggested && <p role="note">{t('suggest')}</p>}
      </div>
      {isOffered && (
        <Button variant="default" mt="md" onClick={dialog.open}>
          {t('change')}
        </Button>
      )}
      <ChangeLevel employee={employee} level={level} isOpen={isOpen} onClose={dialog.close} />
    </Surface>
  );
}
