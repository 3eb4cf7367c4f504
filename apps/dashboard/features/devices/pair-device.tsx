'use client';

import { Button, Loader, Stack, Text } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { Moment } from '../../components/ui/moment';
import { ProblemNote } from '../../components/ui/problem-note';
import { CreatePairingCodeDocument, type CreatePairingCodeMutation, type DeviceRowFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import classes from './devices.module.css';

const QrCode = dynamic(() => import('qrcode.react').then((module) => module.QRCodeSVG), { ssr: false });

interface PairDeviceProps {
  readonly device: DeviceRowFragment | null;
  readonly onClose: () => void;
}

const QR_PIXELS = 208;

/** A code that makes a browser the device, as text and to be scanned. */
export function PairDevice({ device, onClose }: PairDeviceProps) {
  const t = useTranslations('devices');
  return (
    <Dialog isOpen={device !== null} onClose={onClose} title={t('pairTitle', { name: device?.name ?? '' })}>
      {device && <PairingCode device={device} onClose={onClose} />}
    </Dialog>
  );
}

function PairingCode({ device, onClose }: { readonly device: DeviceRowFragment; readonly onClose: () => void }) {
  const t = useTranslations('devices');
  const { send } = useOperation(CreatePairingCodeDocument);
  const [made, setMade] = useState<CreatePairingCodeMutation['createPairingCode'] | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const isAsked = useRef(false);

  useEffect(() => {
    // Each code ends the one before it.
    if (isAsked.current) return;
    isAsked.current = true;
    send({ deviceId: device.id }).then((result) =>
      result.ok ? setMade(result.data.createPairingCode) : setProblem(result.problem),
    );
  }, [send, device.id]);

  if (problem) return <ProblemNote problem={problem} />;
  if (made === null) return <Loader aria-label={t('pairLoading')} />;
  const readable = `${made.code.slice(0, 4)}-${made.code.slice(4)}`;
  const page = new URL('/kiosk', window.location.origin);
  const link = `${page.href}#code=${made.code}`;
  return (
    <Stack>
      <Text size="sm">{t('pairText')}</Text>
      <div className={classes.pairing}>
        <span className={classes.qr}>
          <QrCode value={link} size={QR_PIXELS} role="img" aria-label={t('pairQr')} />
        </span>
        <output className={classes.code} aria-label={t('pairCode')} dir="ltr">
          {readable}
        </output>
        <a href={link} className={classes.link} dir="ltr">
          {page.host + page.pathname}
        </a>
      </div>
      <Text size="sm" c="dimmed">
        {t.rich('pairUntil', { time: () => <Moment at={made.expiresAt} style="time" /> })}
        {device.pairedAt ? ` ${t('pairAgain')}` : ''}
      </Text>
      <Button onClick={onClose} style={{ justifySelf: 'end' }}>
        {t('pairDone')}
      </Button>
    </Stack>
  );
}
