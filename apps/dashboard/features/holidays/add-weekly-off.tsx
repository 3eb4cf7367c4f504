'use client';

import { Button, Chip, Group, Input, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateWeeklyOffDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import { useWeekdayChoices } from '../../lib/time/use-weekday-names';
import type { SiteSummary } from '../auth/require-viewer';
import type { TriedRange } from '../rules/policy-form';
import { useRuleChange } from '../rules/use-rule-change';
import { SiteSelect } from '../sites/site-select';

const ChangePreview = dynamic(() => import('../rules/change-preview').then((module) => module.ChangePreview), {
  ssr: false,
});

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

interface AddWeeklyOffProps {
  readonly sites: readonly SiteSummary[];
  /** The dates of which one sees what it would change; null: may not see them. */
  readonly triedRange: TriedRange | null;
}

export function AddWeeklyOff({ sites, triedRange }: AddWeeklyOffProps) {
  const t = useTranslations();
  const weekdays = useWeekdayChoices('long');
  const [isOpen, dialog] = useDisclosure(false);
  const create = useSave(CreateWeeklyOffDocument);
  const form = useForm<Values>({
    initialValues: SATURDAY,
    validate: { to: (to, { from }) => (to !== '' && to < from ? t('holidays.endsBeforeBeginning') : null) },
  });
  const router = useRouter();
  const change = useRuleChange();
  const { preview } = change;

  function close() {
    dialog.close();
    create.clear();
    change.forget();
    form.reset();
  }

  function toInput({ weekday, weeks, from, to, siteId }: Values) {
    const weeksOfMonth = weeks.map(Number).sort();
    const span = { from: from || null, to: to || null, siteId: siteId || null };
    return { weekday: Number(weekday), weeksOfMonth: weeks.length > 0 ? weeksOfMonth : null, ...span };
  }

  const savedText = ({ weekday }: Values) =>
    t('holidays.offSaved', { name: weekdays.find(({ value }) => value === weekday)?.label ?? '' });

  async function send(values: Values) {
    if (await create.save({ input: toInput(values) }, savedText(values))) close();
  }

  async function apply() {
    if ((await change.apply()) === null) return;
    notifications.show({ color: 'pine', message: savedText(form.values) });
    router.refresh();
    close();
  }

  const problem = create.problem ?? (preview === null ? change.problem : null);

  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={dialog.open}>
        {t('holidays.addOff')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('holidays.addOff')} size={preview === null ? 'md' : 'lg'}>
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
            {problem && <ProblemNote problem={problem} />}
            <NativeSelect label={t('holidays.weekday')} data={[...weekdays]} {...form.getInputProps('weekday')} />
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
            {triedRange !== null && (
              <Button
                variant="light"
                loading={change.isTrying}
                onClick={() =>
                  form.onSubmit((values) => change.tryOut({ ...triedRange, change: { weeklyOff: toInput(values) } }))()
                }
              >
                {t('rules.try')}
              </Button>
            )}
            <FormActions submitLabel={t('holidays.addOff')} isBusy={create.isSaving} onCancel={close} />
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
