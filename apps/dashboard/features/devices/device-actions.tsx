'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { IconAlertCircle, IconDots, IconLink, IconPencil, IconPlugOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
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
  return (
    <Menu position="bottom-end" shadow="md" width={210}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('actions', { name })}>
          <IconDots size={18} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconAlertCircle size={17} aria-hidden="true" />} onClick={onRefusals}>
          {t('refusals')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPencil size={17} aria-hidden="true" />} onClick={onEdit}>
          {t('edit')}
        </Menu.Item>
        {status === 'ACTIVE' && (
          <Menu.Item leftSection={<IconLink size={17} aria-hidden="true" />} onClick={onPair}>
            {pairedAt ? t('pairAnew') : t('pair')}
          </Menu.Item>
        )}
        {status === 'ACTIVE' && (
          <Menu.Item leftSection={<IconPlugOff size={17} aria-hidden="true" />} onClick={onRetire}>
            {t('retire')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
