'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateLeaveTypeDocument, type LeaveTypeRowFragment, UpdateLeaveTypeDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { KindForm, type KindValues, NEW_KIND } from './kind-form';

interface EditKindProps {
  /** Null: a new one. */
  readonly type: LeaveTypeRowFragment | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a kind of leave or changes one. */
export function EditKind({ type, isOpen, onClose }: EditKindProps) {
  const t = useTranslations('leave');
  const create = useSave(CreateLeaveTypeDocument);
  const update = useSave(UpdateLeaveTypeDocument);

  function close() {
    create.clear();
    update.clear();
    onClose();
  }

  async function save({ name: text, colour, isPaid, isArchived }: KindValues) {
    const name = text.trim();
    const message = t('kindSaved', { name });
    const saved =
      type === null
        ? await create.save({ input: { name, colour, isPaid } }, message)
        : await update.save({ input: { id: type.id, version: type.version, name, colour, isArchived } }, message);
    if (saved) close();
  }

  const title = type === null ? t('addKind') : t('editKind');
  return (
    <Dialog isOpen={isOpen} onClose={close} title={title}>
      <KindForm
        initial={type === null ? NEW_KIND : { ...type, colour: type.colour ?? NEW_KIND.colour }}
        isNew={type === null}
        submitLabel={type === null ? t('addKind') : t('saveKind')}
        problem={create.problem ?? update.problem}
        isBusy={create.isSaving || update.isSaving}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}
