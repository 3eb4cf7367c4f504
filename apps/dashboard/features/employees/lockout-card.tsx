'use client';

import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import { Surface } from '../../components/ui/surface';
import { type EmployeeProfileFragment, UnlockFaceDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import classes from './profile.module.css';

interface LockoutCardProps {
  readonly employee: EmployeeProfileFragment;
  readonly canWrite: boolean;
}

/** What is off after too many failures, and the way to allow it again; nothing where nothing is off. */
export function LockoutCard({ employee: { id, name, lockouts }, canWrite }: LockoutCardProps) {
  const t = useTranslations('lockout');
  const [isOpen, dialog] = useDisclosure(false);
  const { save, clear, isSaving, problem } = useSave(UnlockFaceDocument);
  if (!lockouts?.length) return null;

  function close() {
    clear();
    dialog.close();
  }

  async function confirm() {
    if (await save({ employeeId: id }, t('allowed', { name }))) close();
  }

  return (
    <Surface title={t('title')} titleId="lockout" actions={<Pill tone="warn">{t('pill')}</Pill>}>
      <div className={classes.faceText}>
        {lockouts.map(({ kind, until }) => (
          <p key={kind}>
            {until ? t.rich(`until${kind}`, { time: () => <Moment at={until} style="dateTime" /> }) : t(`off${kind}`)}
          </p>
        ))}
        <p className={classes.note}>{t('text')}</p>
      </div>
      {canWrite && (
        <Button variant="default" mt="md" onClick={dialog.open}>
          {t('allow')}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        title={t('allowTitle', { name })}
        text={t('allowText')}
        confirmLabel={t('allow')}
        isBusy={isSaving}
        problem={problem}
        onConfirm={confirm}
      />
    </Surface>
  );
}
