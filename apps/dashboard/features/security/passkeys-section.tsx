'use client';

import { ActionIcon, Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertCircle, IconFingerprint, IconTrash } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { Surface } from '../../components/ui/surface';
import {
  addPasskey,
  isPasskeyOffered,
  listPasskeys,
  type Passkey,
  type PasskeyAnswer,
  removePasskey,
} from '../auth/passkey-requests';
import classes from './security.module.css';

const TEXT_OF = {
  CANCELLED: 'passkeyCancelled',
  NOT_FRESH: 'passkeyNotFresh',
  ALREADY_THERE: 'passkeyAlreadyThere',
  UNREACHABLE: 'unreachable',
  FAILED: 'failed',
} as const;

/** Keys on phones, computers and sticks, in place of the password. */
export function PasskeysSection() {
  const t = useTranslations('security');
  const [keys, setKeys] = useState<readonly Passkey[] | null>(null);
  const [isOffered, setIsOffered] = useState(true);
  const load = useCallback(() => listPasskeys().then(setKeys), []);
  useEffect(() => {
    setIsOffered(isPasskeyOffered());
    load();
  }, [load]);

  return (
    <Surface title={t('passkeysTitle')} titleId="passkeys">
      <p className={classes.text}>{t('passkeysText')}</p>
      {keys !== null && keys.length > 0 && (
        <Stack component="ul" gap="xs" className={classes.keys}>
          {keys.map((key) => (
            <PasskeyLine key={key.id} passkey={key} onRemoved={load} />
          ))}
        </Stack>
      )}
      {isOffered ? <AddPasskey onAdded={load} /> : <p className={classes.text}>{t('passkeysNotHere')}</p>}
    </Surface>
  );
}

function PasskeyLine({ passkey, onRemoved }: { readonly passkey: Passkey; readonly onRemoved: () => void }) {
  const t = useTranslations('security');
  const format = useFormatter();
  const [isBusy, setIsBusy] = useState(false);
  const name = passkey.name || t('passkeyUnnamed');

  async function remove() {
    setIsBusy(true);
    const isRemoved = await removePasskey(passkey.id);
    setIsBusy(false);
    notifications.show(
      isRemoved ? { color: 'pine', message: t('passkeyRemoved') } : { color: 'red', message: t('failed') },
    );
    if (isRemoved) onRemoved();
  }

  return (
    <Group component="li" justify="space-between" wrap="nowrap">
      <Group gap="sm" wrap="nowrap">
        <IconFingerprint size={20} aria-hidden="true" />
        <div>
          <Text fw={600} className={classes.keyName}>
            {name}
          </Text>
          {passkey.createdAt && (
            <Text size="sm" c="dimmed">
              {t('passkeySince', { date: format.dateTime(new Date(passkey.createdAt), { dateStyle: 'long' }) })}
            </Text>
          )}
        </div>
      </Group>
      <ActionIcon
        variant="subtle"
        size="lg"
        loading={isBusy}
        onClick={remove}
        aria-label={t('passkeyRemove', { name })}
      >
        <IconTrash size={18} aria-hidden="true" />
      </ActionIcon>
    </Group>
  );
}

function AddPasskey({ onAdded }: { readonly onAdded: () => void }) {
  const t = useTranslations('security');
  const [name, setName] = useState('');
  const [answer, setAnswer] = useState<PasskeyAnswer | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function add(event: FormEvent) {
    event.preventDefault();
    setIsBusy(true);
    const result = await addPasskey(name.trim() || t('passkeyUnnamed'));
    setIsBusy(false);
    setAnswer(result);
    if (!result.ok) return;
    setName('');
    notifications.show({ color: 'pine', message: t('passkeyAdded') });
    onAdded();
  }

  return (
    <form onSubmit={add}>
      <Stack gap="sm">
        {answer?.ok === false && (
          <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
            {t(TEXT_OF[answer.reason])}
          </Alert>
        )}
        <Group align="end" gap="sm">
          <TextInput
            label={t('passkeyName')}
            placeholder={t('passkeyNameExample')}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={isBusy}>
            {t('passkeyAdd')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
