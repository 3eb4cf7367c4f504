'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { type EmployeeProfileFragment, RemovePinDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface RemovePinProps {
  readonly employee: EmployeeProfileFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RemovePin({ employee, isOpen, onClose }: RemovePinProps) {
  const t = useTranslations('pin');
  const { id, name, verificationLevel } = employee;
  const { save, clear, isSaving, problem } = useSave(RemovePinDocument);

  function close() {
    clear();
    onClose();
  }

  async function confirm() {
    if (await save({ employeeId: id }, t('removed', { name }))) close();
  }

  return (
    <ConfirmDialog
      isOpen={isOpen}
      onClose={close}
      title={t('removeTitle', { name })}
      text={t(verificationLevel === 'FACE_AND_PIN' ? 'removeTextNeeded' : 'removeText')}
      confirmLabel={t('remove')}
      isBusy={isSaving}
      problem={problem}
      onConfirm={confirm}
    />
  );
}
