'use client';

import { Button, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { DAY_PORTIONS, type DayPortion, LIMITS } from '@rollcall/contracts';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateHolidayDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import type { SiteSummary } from '../auth/require-viewer';
import { SiteSelect } from '../sites/site-select';

interface Values {
  readonly date: string;
  readonly name: string;
  readonly portion: DayPortion;
  readonly siteId: string;
}

const EMPTY: Values = { date: '', name: '', portion: 'FULL', siteId: '' };

export function AddHoliday({ sites }: { readonly sites: readonly SiteSummary[] }) {
  const t = useTranslations();
  const [isOpen, dialog] = useDisclosure(false);
  const create = useSave(CreateHolidayDocument);
  const needed = (text: string) => (text.trim() === '' ? t('common.required') : null);
  const form = useForm<Values>({ initialValues: EMPTY, validate: { date: needed, name: needed } });

  function close() {
    dialog.close();
    create.clear();
    form.reset();
  }

  async function send({ date, name, portion, siteId }: Values) {
    const input = { date, name: name.trim(), portion, siteId: siteId || null };
    if (await create.save({ input }, t('holidays.saved', { name: input.name }))) close();
  }

  return (
    <>
      <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('holidays.add')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('holidays.add')}>
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            {create.problem && (
              <ProblemNote
                problem={create.problem}
                text={create.problem === 'CONFLICT' ? t('holidays.isThere') : undefined}
              />
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
            <FormActions submitLabel={t('holidays.add')} isBusy={create.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
