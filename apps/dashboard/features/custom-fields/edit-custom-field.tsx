'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateCustomFieldDocument, type CustomFieldRowFragment, UpdateCustomFieldDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { CustomFieldForm } from './custom-field-form';
import { type CustomFieldValues, optionsOf, valuesOf } from './custom-field-values';

interface EditCustomFieldProps {
  /** Null: a new one. */
  readonly field: CustomFieldRowFragment | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a field or changes one. */
export function EditCustomField({ field, isOpen, onClose }: EditCustomFieldProps) {
  const t = useTranslations('customFields');
  const create = useSave(CreateCustomFieldDocument);
  const update = useSave(UpdateCustomFieldDocument);

  function close() {
    create.clear();
    update.clear();
    onClose();
  }

  async function save(values: CustomFieldValues) {
    const { key, type, isRequired } = values;
    const label = values.label.trim();
    const message = t('saved', { label });
    const options = type === 'SELECT' ? { options: optionsOf(values) } : {};
    const saved =
      field === null
        ? await create.save({ input: { key, type, label, isRequired, ...options } }, message)
        : await update.save(
            { input: { id: field.id, version: field.version, label, isRequired, ...options } },
            message,
          );
    if (saved) close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t(field === null ? 'add' : 'editTitle')}>
      <CustomFieldForm
        initial={valuesOf(field)}
        isNew={field === null}
        problem={create.problem ?? update.problem}
        isBusy={create.isSaving || update.isSaving}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}
