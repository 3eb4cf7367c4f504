'use client';

import { Button, Group, NumberInput, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslations } from 'next-intl';
import { ProblemNote } from '../../components/ui/problem-note';
import { type NotificationSettingsQuery, UpdateNotificationSettingsDocument } from '../../gql/graphql';
import { useStoredValues } from '../../lib/forms/use-stored-values';
import { useSave } from '../../lib/graphql/use-save';
import { ChannelTable } from './channel-table';
import classes from './notifications.module.css';
import { toInput, toValues } from './settings-values';

interface NotificationFormProps {
  readonly settings: NotificationSettingsQuery['notificationSettings'];
}

const MAX_HOURS = 720;
const MAX_ATTEMPTS = 1_000;

export function NotificationForm({ settings }: NotificationFormProps) {
  const t = useTranslations('notifications');
  const update = useSave(UpdateNotificationSettingsDocument);
  const stored = toValues(settings);
  const form = useForm({
    initialValues: stored,
    validate: {
      quietTo: (to, { isQuiet, quietFrom }) => (isQuiet && to === quietFrom ? t('quietSame') : null),
    },
  });
  useStoredValues(form, stored, settings.version);
  const { isQuiet } = form.values;
  const figure = { allowDecimal: false, clampBehavior: 'blur' } as const;

  return (
    <form
      onSubmit={form.onSubmit((values) => update.save({ input: toInput(values, settings.version) }, t('saved')))}
      className={classes.settings}
      noValidate
    >
      {update.problem && <ProblemNote problem={update.problem} />}
      <ChannelTable
        channels={form.values.channels}
        onChange={(key, chosen) => form.setFieldValue('channels', { ...form.values.channels, [key]: chosen })}
      />
      <div className={classes.figures}>
        <NumberInput
          label={t('approvalDueHours')}
          min={0}
          max={MAX_HOURS}
          {...figure}
          {...form.getInputProps('approvalDueHours')}
        />
        <NumberInput
          label={t('silentDeviceHours')}
          min={1}
          max={MAX_HOURS}
          {...figure}
          {...form.getInputProps('silentDeviceHours')}
        />
        <NumberInput
          label={t('refusedAttempts')}
          min={2}
          max={MAX_ATTEMPTS}
          {...figure}
          {...form.getInputProps('refusedAttempts')}
        />
      </div>
      <Switch
        label={t('quiet')}
        description={t('quietHint')}
        {...form.getInputProps('isQuiet', { type: 'checkbox' })}
      />
      {isQuiet && (
        <Group align="flex-start">
          <TextInput type="time" label={t('quietFrom')} {...form.getInputProps('quietFrom')} />
          <TextInput type="time" label={t('quietTo')} {...form.getInputProps('quietTo')} />
        </Group>
      )}
      <Group>
        <Button type="submit" loading={update.isSaving} disabled={!form.isDirty()}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
