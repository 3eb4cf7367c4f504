'use client';

import { notifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { CreateShiftDocument, type ShiftRowFragment, UpdateShiftDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { addDays } from '../../lib/time/zoned-day';
import { useRuleChange } from '../rules/use-rule-change';
import { emptyShift, type ShiftFields, toShiftFields, toShiftInput } from './shift-fields';
import { type PolicyChoice, ShiftForm } from './shift-form';

const ChangePreview = dynamic(() => import('../rules/change-preview').then((module) => module.ChangePreview), {
  ssr: false,
});

const DAYS_BACK = 31;

interface EditShiftProps {
  /** Null: a new one. */
  readonly shift: ShiftRowFragment | null;
  readonly policies: readonly PolicyChoice[];
  /** `YYYY-MM-DD` */
  readonly today: string;
  /** May see whose days it would change. Default: no. */
  readonly canTryOut?: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds a shift or changes one. */
export function EditShift({ shift, policies, today, canTryOut = false, isOpen, onClose }: EditShiftProps) {
  const t = useTranslations('shifts');
  const tRules = useTranslations('rules');
  const router = useRouter();
  const create = useSave(CreateShiftDocument);
  const update = useSave(UpdateShiftDocument);

  const change = useRuleChange();
  const { preview } = change;

  function close() {
    create.clear();
    update.clear();
    change.forget();
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

  /** The days of the last month that are judged already. */
  function tryOut(fields: ShiftFields) {
    if (shift === null) return;
    const range = { from: addDays(today, -DAYS_BACK), to: today };
    return change.tryOut({
      ...range,
      change: { shift: { ...toShiftInput(fields), id: shift.id, version: shift.version } },
    });
  }

  async function apply() {
    const written = await change.apply();
    if (written === null) return;
    notifications.show({ color: 'pine', message: t('saved', { name: shift?.name ?? '' }) });
    router.refresh();
    close();
  }

  const title = shift === null ? t('add') : t('editTitle');
  return (
    <Dialog isOpen={isOpen} onClose={close} title={title} size={preview === null ? 'md' : 'lg'}>
      {preview !== null && (
        <ChangePreview
          change={change}
          preview={preview}
          onApply={apply}
          applyLabel={tRules('previewSave', { count: preview.resultChangeCount })}
        />
      )}
      {/* Kept while one looks at the preview, so that "back" finds everything as it was. */}
      <div hidden={preview !== null}>
        <ShiftForm
          initial={shift === null ? emptyShift(today) : toShiftFields(shift, today)}
          policies={policies}
          submitLabel={shift === null ? t('add') : t('save')}
          problem={create.problem ?? update.problem ?? (preview === null ? change.problem : null)}
          isBusy={create.isSaving || update.isSaving}
          onSubmit={save}
          onCancel={close}
          {...(shift !== null && canTryOut && { onTry: tryOut, isTrying: change.isTrying })}
        />
      </div>
    </Dialog>
  );
}
