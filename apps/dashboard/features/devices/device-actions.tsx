'use client';

import { ActionIcon } from '@mantine/core';
import { IconAlertCircle, IconDots, IconLink, IconPencil, IconPlugOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionMenu, type MenuChoice } from '../../components/ui/action-menu';
import type { DeviceRowFragment } from '../../gql/graphql';

interface DeviceActionsProps {
  readonly device: DeviceRowFragment;
  readonly onEdit: () => void;
  readonly onRefusals: () => void;
  readonly onPair: () => void;
  readonly onRetire: () => void;
}

export function DeviceActions({ device, onEdit, onRefusals, onPair, onRetire }: DeviceActionsProps) {
  const t = useTranslations('devices');
  const { name, status, pairedAt } = device;
  const choices: MenuChoice[] = [
    { id: 'refusals', label: t('refusals'), icon: <IconAlertCircle size={17} aria-hidden />, onSelect: onRefusals },
    { id: 'edit', label: t('edit'), icon: <IconPencil size={17} aria-hidden />, onSelect: onEdit },
  ];
  if (status === 'ACTIVE') {
    const pairLabel = pairedAt ? t('pairAnew') : t('pair');
    choices.push(
      { id: 'pair', label: pairLabel, icon: <IconLink size={17} aria-hidden />, onSelect: onPair },
      { id: 'retire', label: t('retire'), icon: <IconPlugOff size={17} aria-hidden />, onSelect: onRetire },
    );
  }
  return (
    <ActionMenu
      width={210}
      trigger={
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      }
      choices={choices}
    />
  );
}
