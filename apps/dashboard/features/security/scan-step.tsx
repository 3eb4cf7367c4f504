'use client';

import { Stack, Text, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormActions } from '../../components/ui/form-actions';
import { RefusalNote } from './refusal-note';
import { confirmSetUp, type Refusal, readableKey } from './second-factor-requests';
import classes from './security.module.css';

const QrCode = dynamic(() => import('qrcode.react').then((module) => module.QRCodeSVG), { ssr: false });

interface ScanStepProps {
  readonly uri: string;
  readonly onConfirmed: () => void;
  readonly onCancel: () => void;
}

const QR_PIXELS = 184;

/** Shows the key and asks for the first code, so that nobody locks themselves out with an app that was not set up. */
export function ScanStep({ uri, onConfirmed, onCancel }: ScanStepProps) {
  const t = useTranslations('security');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { code: '' },
    validate: { code: isNotEmpty(t('codeAnyNeeded')) },
  });

  async function submit({ code }: { code: string }) {
    const answer = await confirmSetUp(code);
    if (answer.ok) onConfirmed();
    else setRefusal(answer.refusal);
  }

  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack>
        <Text size="sm">{t('scan')}</Text>
        <div className={classes.code}>
          <QrCode value={uri} size={QR_PIXELS} role="img" aria-label={t('qrLabel')} />
          <output className={classes.key} aria-label={t('keyLabel')} dir="ltr">
            {readableKey(uri)}
          </output>
        </div>
        {refusal && <RefusalNote refusal={refusal} />}
        <TextInput
          label={t('setUpCode')}
          autoComplete="one-time-code"
          inputMode="numeric"
          data-autofocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <FormActions submitLabel={t('turnOn')} isBusy={form.submitting} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
