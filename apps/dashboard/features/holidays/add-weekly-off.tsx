'use client';

import { Button, Chip, Group, Input, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateWeeklyOffDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { useWeekdayNames } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';
import { SiteSelect } from '../sites/site-select';

interface Values {
  /** 1 is Monday. */
  readonly weekday: string;
  /** Empty: each week. */
  readonly weeks: string[];
  readonly from: string;
  readonly to: string;
  readonly siteId: string;
}

const SATURDAY: Values = { weekday: '6', weeks: [], from: '', to: '', siteId: '' };
const WEEKS_OF_MONTH = ['1', '2', '3', '4', '5'];

export function AddWeeklyOff({ sites }: { readonly sites: readonly SiteSummary[] }) {
  const t = useTranslations();
  const weekdays = useWeekdayNames('long');
  const [isOpen, dialog] = useDisclosure(false);
  const create = useSave(CreateWeeklyOffDocument);
  const form = useForm<Values>({
    initialValues: SATURDAY,
    validate: { to: (to, { from }) => (to !== '' && to < from ? t('holidays.endsBeforeBeginning') : null) },
  });

  function close() {
    dialog.close();
    create.clear();
    form.reset();
  }

  async function send({ weekday, weeks, from, to, siteId }: Values) {
    const weeksOfMonth = weeks.map(Number).sort();
    const span = { from: from || null, to: to || null, siteId: siteId || null };
    const input = { weekday: Number(weekday), weeksOfMonth: weeks.length > 0 ? weeksOfMonth : null, ...span };
    const name = weekdays[input.weekday - 1] ?? '';
    if (await create.save({ input }, t('holidays.offSaved', { name }))) close();
  }

  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('holidays.addOff')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('holidays.addOff')}>
        <form onSubmit={form.onSubmit(send)} noValidate>
          <Stack>
            {create.problem && <ProblemNote problem={create.problem} />}
            <NativeSelect
              label={t('holidays.weekday')}
              data={weekdays.map((label, place) => ({ value: String(place + 1), label }))}
              {...form.getInputProps('weekday')}
            />
            <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
              <Input.Label component="legend" style={{ padding: 0 }}>
                {t('holidays.weeks')}
              </Input.Label>
              <Input.Description>{t('holidays.weeksHint')}</Input.Description>
              <Group gap={6} mt={6}>
                <Chip.Group multiple {...form.getInputProps('weeks')}>
                  {WEEKS_OF_MONTH.map((week) => (
                    <Chip key={week} value={week} size="sm">
                      {t('holidays.nth', { n: Number(week) })}
                    </Chip>
                  ))}
                </Chip.Group>
              </Group>
            </fieldset>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                type="date"
                label={`${t('holidays.from')} (${t('common.optional')})`}
                {...form.getInputProps('from')}
              />
              <TextInput
                type="date"
                label={`${t('holidays.to')} (${t('common.optional')})`}
                {...form.getInputProps('to')}
              />
            </SimpleGrid>
            <SiteSelect label={t('holidays.site')} sites={sites} {...form.getInputProps('siteId')} />
            <FormActions submitLabel={t('holidays.addOff')} isBusy={create.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
