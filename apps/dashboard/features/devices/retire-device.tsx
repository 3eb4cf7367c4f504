'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { type DeviceRowFragment, RetireDeviceDocument } from '../../gql/graphql';
import { useSave } from '../../lib/graphql/use-save';

interface RetireDeviceProps {
  readonly device: DeviceRowFragment | null;
  readonly onClose: () => void;
}

export function RetireDevice({ device, onClose }: RetireDeviceProps) {
  const t = useTranslations('devices');
  const retire = useSave(RetireDeviceDocument);
  const name = device?.name ?? '';

  function close() {
    retire.clear();
    onClose();
  }

  async function confirm() {
    if (device === null) return;
    if (await retire.save({ id: device.id, version: device.version }, t('retiredDone', { name }))) close();
  }

  return (
    <ConfirmDialog
      isOpen={device !== null}
      onClose={close}
      title={t('retireTitle', { name })}
      text={t('retireText')}
      confirmLabel={t('retire')}
      isBusy={retire.isSaving}
      problem={retire.problem}
      onConfirm={confirm}
    />
  );
}
