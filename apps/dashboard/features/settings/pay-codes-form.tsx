'use client';

import { ActionIcon, Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import { type OrganisationSettingsQuery, type PayClass, UpdateSettingsDocument } from '../../gql/graphql';
import { useStoredValues } from '../../lib/forms/use-stored-values';
import { useSave } from '../../lib/graphql/use-save';
import {
  hasLeaveType,
  hasPercent,
  NO_PAY_CODE,
  PAY_CLASSES,
  type PayCodeFields,
  repeatedPayCodes,
  toPayCodeFields,
  toPayCodeInput,
} from './pay-code-fields';

interface PayCodesFormProps {
  readonly settings: Pick<OrganisationSettingsQuery['settings'], 'payCodes' | 'version'>;
  readonly leaveTypes: OrganisationSettingsQuery['leaveTypes'];
}

const MAX_CODE = 20;
const MAX_PERCENT = 1_000;

/** What the payroll product calls each class of minutes. */
export function PayCodesForm({ settings: { payCodes, version }, leaveTypes }: PayCodesFormProps) {
  const t = useTranslations();
  const update = useSave(UpdateSettingsDocument);
  const stored = { codes: payCodes.map(toPayCodeFields) };
  const form = useForm<{ codes: PayCodeFields[] }>({
    initialValues: stored,
    validate: { codes: { code: (code) => (code.trim() === '' ? t('common.required') : null) } },
  });
  useStoredValues(form, stored, version);
  const { codes } = form.values;

  async function send(values: { codes: PayCodeFields[] }) {
    const [repeated] = repeatedPayCodes(values.codes);
    if (repeated !== undefined) return form.setFieldError(`codes.${repeated}.code`, t('payCodes.repeated'));
    await update.save({ input: { payCodes: values.codes.map(toPayCodeInput), version } }, t('payCodes.saved'));
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t('payCodes.text')}
        </Text>
        {update.problem && <ProblemNote problem={update.problem} />}
        {codes.map(({ payClass }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else that tells it apart
          <Group key={place} align="flex-start" role="group" aria-label={t('payCodes.number', { number: place + 1 })}>
            <NativeSelect
              label={t('payCodes.class')}
              data={PAY_CLASSES.map((value: PayClass) => ({ value, label: t(`payClass.${value}`) }))}
              {...form.getInputProps(`codes.${place}.payClass`)}
            />
            {hasPercent(payClass) && (
              <NumberInput
                label={t('payCodes.percent')}
                min={0}
                max={MAX_PERCENT}
                allowDecimal={false}
                w="9rem"
                {...form.getInputProps(`codes.${place}.percent`)}
              />
            )}
            {hasLeaveType(payClass) && (
              <NativeSelect
                label={t('payCodes.leave')}
                data={[
                  { value: '', label: t('payCodes.anyLeave') },
                  ...leaveTypes.map(({ id, name }) => ({ value: id, label: name })),
                ]}
                {...form.getInputProps(`codes.${place}.leaveTypeId`)}
              />
            )}
            <TextInput
              label={t('payCodes.code')}
              maxLength={MAX_CODE}
              autoComplete="off"
              dir="ltr"
              w="10rem"
              {...form.getInputProps(`codes.${place}.code`)}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt="1.9rem"
              aria-label={t('payCodes.remove', { number: place + 1 })}
              onClick={() => form.removeListItem('codes', place)}
            >
              <IconTrash size={17} aria-hidden="true" />
            </ActionIcon>
          </Group>
        ))}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={17} aria-hidden="true" />}
            onClick={() => form.insertListItem('codes', NO_PAY_CODE)}
          >
            {t('payCodes.add')}
          </Button>
          <Button type="submit" loading={update.isSaving} disabled={!form.isDirty()}>
            {t('payCodes.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
