import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ApiKeyRowFragment } from '../../gql/graphql';
import { keyState } from './key-state';

interface KeyActionsProps {
  readonly apiKey: ApiKeyRowFragment;
  /** When the list was loaded, ISO 8601. */
  readonly now: string;
  readonly onRotate: (key: ApiKeyRowFragment) => void;
  readonly onRevoke: (key: ApiKeyRowFragment) => void;
}

export function KeyActions({ apiKey, now, onRotate, onRevoke }: KeyActionsProps) {
  const t = useTranslations('settings');
  const { name, revokedAt } = apiKey;
  if (revokedAt) return null;
  return (
    <Group gap="xs" justify="flex-end">
      {keyState(apiKey, now) === 'ACTIVE' && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={t('keyRotateNamed', { name })}
          onClick={() => onRotate(apiKey)}
        >
          {t('keyRotate')}
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={t('keyRevokeNamed', { name })}
        onClick={() => onRevoke(apiKey)}
      >
        {t('keyRevoke')}
      </Button>
    </Group>
  );
}
