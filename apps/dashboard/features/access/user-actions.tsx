'use client';

import { ActionIcon, Button, Group } from '@mantine/core';
import { IconDeviceLaptop, IconDots, IconShieldOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ActionMenu } from '../../components/ui/action-menu';
import type { UserRowFragment } from '../../gql/graphql';

/** What can be done with an account: each is a dialog. */
export type UserDeed = 'CHANGE' | 'SWITCH' | 'RESET' | 'SESSIONS';

interface UserActionsProps {
  readonly user: UserRowFragment;
  readonly canReset: boolean;
  readonly onDo: (what: UserDeed) => void;
}

export function UserActions({ user, canReset, onDo }: UserActionsProps) {
  const t = useTranslations('access');
  const { name } = user;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('changeNamed', { name })}
        onClick={() => onDo('CHANGE')}
      >
        {t('change')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t(user.deactivatedAt ? 'turnOnNamed' : 'turnOffNamed', { name })}
        onClick={() => onDo('SWITCH')}
      >
        {t(user.deactivatedAt ? 'turnOn' : 'turnOff')}
      </Button>
      <ActionMenu
        trigger={
          <ActionIcon variant="subtle" color="gray" aria-label={t('moreNamed', { name })}>
            <IconDots size={18} aria-hidden="true" />
          </ActionIcon>
        }
        choices={[
          {
            ...{ id: 'sessions', label: t('sessions') },
            icon: <IconDeviceLaptop size={17} aria-hidden />,
            onSelect: () => onDo('SESSIONS'),
          },
          ...(canReset && (user.hasSecondFactor || user.hasPasskey)
            ? [
                {
                  ...{ id: 'reset', label: t('secondFactorReset') },
                  icon: <IconShieldOff size={17} aria-hidden />,
                  onSelect: () => onDo('RESET'),
                },
              ]
            : []),
        ]}
      />
    </Group>
  );
}
