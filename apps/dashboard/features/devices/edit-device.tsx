'use client';

import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { LIMITS } from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../components/ui/dialog';
import { FormActions } from '../../components/ui/form-actions';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreateDeviceDocument, type DeviceRowFragment, UpdateDeviceDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';
import type { SiteSummary } from '../auth/require-viewer';

interface EditDeviceProps {
  /** Null: a new one. */
  readonly device: DeviceRowFragment | null;
  readonly sites: readonly SiteSummary[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Registers a device or changes one. */
export function EditDevice({ device, sites, isOpen, onClose }: EditDeviceProps) {
  const t = useTranslations('devices');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={device === null ? t('add') : t('editTitle')}>
      <DeviceForm device={device} sites={sites} onClose={onClose} />
    </Dialog>
  );
}

function DeviceForm({ device, sites, onClose }: Omit<EditDeviceProps, 'isOpen'>) {
  const t = useTranslations();
  const create = useSave(CreateDeviceDocument);
  const update = useSave(UpdateDeviceDocument);
  const problem = create.problem ?? update.problem;
  const form = useForm({
    initialValues: {
      name: device?.name ?? '',
      siteId: device?.site?.id ?? sites[0]?.id ?? '',
      serialNumber: device?.serialNumber ?? '',
    },
    validate: { name: (name) => (name.trim() === '' ? t('common.required') : null) },
  });

  async function send(values: typeof form.values) {
    const name = values.name.trim();
    const input = { name, siteId: values.siteId, serialNumber: values.serialNumber.trim() || null };
    const message = t('devices.saved', { name });
    const saved =
      device === null
        ? await create.save({ input }, message)
        : await update.save({ input: { ...input, id: device.id, version: device.version } }, message);
    if (saved) onClose();
  }

  return (
    <form onSubmit={form.onSubmit(send)} noValidate>
      <Stack>
        {problem && (
          <ProblemNote problem={problem} text={problem === 'CONFLICT' ? t('devices.serialTaken') : undefined} />
        )}
        <TextInput
          label={t('devices.name')}
          description={t('devices.nameHint')}
          maxLength={LIMITS.maxNameLength}
          dir="auto"
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <NativeSelect
          label={t('devices.site')}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('siteId')}
        />
        <TextInput
          label={`${t('devices.serialNumber')} (${t('common.optional')})`}
          description={t('devices.serialNumberHint')}
          autoComplete="off"
          {...form.getInputProps('serialNumber')}
        />
        <FormActions
          submitLabel={device === null ? t('devices.add') : t('devices.save')}
          isBusy={create.isSaving || update.isSaving}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
