'use client';

import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChecks, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useQuery } from 'urql';
import { Dialog } from '../../components/ui/dialog';
import { EmptyState } from '../../components/ui/empty-state';
import { ProblemNote } from '../../components/ui/problem-note';
import { DeviceRefusalsDocument, RetryDeviceRefusalsDocument } from '../../gql/graphql';
import { problemOfCombined } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './devices.module.css';

interface DeviceRefusalsProps {
  readonly device: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
}

/** What a terminal sent and nobody could take for a mark, with the reason and a second try. */
export function DeviceRefusals({ device, onClose }: DeviceRefusalsProps) {
  const t = useTranslations('devices');
  return (
    <Dialog isOpen={device !== null} onClose={onClose} title={t('refusalsOf', { name: device?.name ?? '' })}>
      {device && <RefusalList deviceId={device.id} />}
    </Dialog>
  );
}

function RefusalList({ deviceId }: { readonly deviceId: string }) {
  const t = useTranslations();
  const [{ data, error, fetching }, load] = useQuery({ query: DeviceRefusalsDocument, variables: { deviceId } });
  const retry = useOperation(RetryDeviceRefusalsDocument);

  async function judgeAgain() {
    const result = await retry.send({ deviceId });
    if (result.ok) {
      const { newMarks, refusedLines } = result.data.retryDeviceRefusals;
      notifications.show({ color: 'pine', message: t('devices.retried', { newMarks, refusedLines }) });
    } else notifications.show({ color: 'red', message: t(`error.${result.problem}`) });
    load({ requestPolicy: 'network-only' });
  }

  if (error) return <ProblemNote problem={problemOfCombined(error)} />;
  if (!data) return <Loader aria-label={t('common.loading')} />;
  if (data.deviceRefusals.length === 0)
    return (
      <EmptyState icon={<IconChecks size={22} />} title={t('devices.noRefusals')} text={t('devices.noRefusalsText')} />
    );
  return (
    <Stack>
      <Text size="sm">{t('devices.refusalsText')}</Text>
      <ul className={classes.refusals}>
        {data.deviceRefusals.map(({ row, original, reason }) => (
          <li key={`${row} ${original}`}>
            <span>{reason}</span>
            <code dir="ltr">{original}</code>
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button
          loading={retry.isSending || fetching}
          leftSection={<IconRefresh size={18} aria-hidden="true" />}
          onClick={judgeAgain}
        >
          {t('devices.retry')}
        </Button>
      </Group>
    </Stack>
  );
}
