'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateShiftDocument, type ShiftRowFragment, UpdateShiftDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { emptyShift, type ShiftFields, toShiftFields, toShiftInput } from './shift-fields';
import { type PolicyChoice, ShiftForm } from './shift-form';

interface EditShiftProps {
  /** Null: a new one. */
  readonly shift: ShiftRowFragment | null;
  readonly policies: readonly PolicyChoice[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a shift or changes one. */
export function EditShift({ shift, policies, today, isOpen, onClose }: EditShiftProps) {
  const t = useTranslations('shifts');
  const create = useSave(CreateShiftDocument);
  const update = useSave(UpdateShiftDocument);

  function close() {
    create.clear();
    update.clear();
    onClose();
  }

  async function save(fields: ShiftFields) {
    const input = toShiftInput(fields);
    const message = t('saved', { name: input.name });
    const saved =
      shift === null
        ? await create.save({ input }, message)
        : await update.save({ input: { ...input, id: shift.id, version: shift.version } }, message);
    if (saved) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={shift === null ? t('add') : t('editTitle')}>
      <ShiftForm
        initial={shift === null ? emptyShift(today) : toShiftFields(shift, today)}
        policies={policies}
        submitLabel={shift === null ? t('add') : t('save')}
        problem={create.problem ?? update.problem}
        isBusy={create.isSaving || update.isSaving}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}
