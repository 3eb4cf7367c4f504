'use client';

import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { DAY_PORTIONS, type DayPortion, LIMITS } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateHolidayDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import type { SiteSummary } from '../auth/require-viewer';
import { useRuleChange } from '../rules/use-rule-change';
import { SiteSelect } from '../sites/site-select';

const ChangePreview = dynamic(() => import('../rules/change-preview').then((module) => module.ChangePreview), {
  ssr: false,
});

interface Values {
  readonly date: string;
  readonly name: string;
  readonly portion: DayPortion;
  readonly siteId: string;
}

const EMPTY: Values = { date: '', name: '', portion: 'FULL', siteId: '' };

interface AddHolidayProps {
  readonly sites: readonly SiteSummary[];
  /** May see whose days it would change. */
  readonly canTryOut: boolean;
}

export function AddHoliday({ sites, canTryOut }: AddHolidayProps) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const create = useSave(CreateHolidayDocument);
  const needed = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm<Values>({ initialValues: EMPTY, validate: { date: needed, name: needed } });

  const change = useRuleChange();
  const router = useRouter();
  const { preview } = change;

  function close() {
    dialog.close();
    create.clear();
    change.forget();
    form.reset();
  }

  const toInput = ({ date, name, portion, siteId }: Values) => ({
    ...{ date, name: name.trim(), portion, siteId: siteId || null },
  });

  /** Of everybody on that date. */
  function tryOut(values: Values) {
    const holiday = toInput(values);
    return change.tryOut({ from: holiday.date, to: holiday.date, change: { holiday } });
  }

  async function apply() {
    if ((await change.apply()) === null) return;
    notifications.show({ color: 'pine', message: t('holidays.saved', { name: form.values.name.trim() }) });
    router.refresh();
    close();
  }

  async function send(values: Values) {
    const input = toInput(values);
    if (await create.save({ input }, t('holidays.saved', { name: input.name }))) close();
  }

  const problem = create.problem ?? (preview === null ? change.problem : null);
  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('holidays.add')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('holidays.add')} size={preview === null ? 'md' : 'lg'}>
        {preview !== null && (
          <ChangePreview
            change={change}
            preview={preview}
            onApply={apply}
            applyLabel={t('rules.previewSave', { count: preview.resultChangeCount })}
          />
        )}
        <form onSubmit={form.onSubmit(send)} noValidate hidden={preview !== null}>
          <Stack>
            {problem && (
              <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('holidays.isThere') : undefined} />
            )}
            <TextInput type="date" label={t('holidays.date')} data-autofocus {...form.getInputProps('date')} />
            <TextInput
              label={t('holidays.name')}
              maxLength={LIMITS.maxNameLength}
              dir="auto"
              autoComplete="off"
              {...form.getInputProps('name')}
            />
            <NativeSelect
              label={t('holidays.portion')}
              data={DAY_PORTIONS.map((value) => ({ value, label: t(`dayPortion.${value}`) }))}
              {...form.getInputProps('portion')}
            />
            <SiteSelect label={t('holidays.site')} sites={sites} {...form.getInputProps('siteId')} />
            {canTryOut && (
              <Button variant="light" loading={change.isTrying} onClick={() => form.onSubmit(tryOut)()}>
                {t('rules.try')}
              </Button>
            )}
            <FormActions submitLabel={t('holidays.add')} isBusy={create.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
