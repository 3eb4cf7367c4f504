'use client';

import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { Refusal } from './second-factor-requests';

const TEXT_OF = { PASSWORD: 'passwordWrong', CODE: 'codeWrong', UNREACHABLE: 'unreachable', FAILED: 'failed' } as const;

export function RefusalNote({ refusal }: { readonly refusal: Refusal }) {
  const t = useTranslations('security');
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
      {refusal.reason === 'THROTTLED' ? t('throttled', { seconds: refusal.seconds }) : t(TEXT_OF[refusal.reason])}
    </Alert>
  );
}
