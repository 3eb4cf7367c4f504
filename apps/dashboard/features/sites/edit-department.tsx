'use client';

import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateDepartmentDocument, type DepartmentRowFragment, UpdateDepartmentDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { DepartmentForm, type DepartmentValues, NEW_DEPARTMENT } from './department-form';

interface EditDepartmentProps {
  /** Null: a new one. */
  readonly department: DepartmentRowFragment | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a department or changes one. */
export function EditDepartment({ department, isOpen, onClose }: EditDepartmentProps) {
  const t = useTranslations('departments');
  const create = useSave(CreateDepartmentDocument);
  const update = useSave(UpdateDepartmentDocument);

  function close() {
    create.clear();
    update.clear();
    onClose();
  }

  async function save(values: DepartmentValues) {
    const name = values.name.trim();
    const costCentre = values.costCentre.trim() || null;
    const message = t('saved', { name });
    const saved =
      department === null
        ? await create.save({ input: { name, costCentre } }, message)
        : await update.save(
            {
              input: {
                ...{ id: department.id, version: department.version },
                ...{ name, costCentre, isArchived: values.isArchived },
              },
            },
            message,
          );
    if (saved) close();
  }

  const isNew = department === null;
  return (
    <Dialog isOpen={isOpen} onClose={close} title={isNew ? t('add') : t('editTitle')}>
      <DepartmentForm
        initial={isNew ? NEW_DEPARTMENT : { ...department, costCentre: department.costCentre ?? '' }}
        isNew={isNew}
        submitLabel={isNew ? t('add') : t('save')}
        problem={create.problem ?? update.problem}
        isBusy={create.isSaving || update.isSaving}
        onSubmit={save}
        onCancel={close}
      />
    </Dialog>
  );
}
