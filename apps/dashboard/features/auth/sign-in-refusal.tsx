'use client';

import { Alert } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { SignInResult } from './auth-requests';

const TEXT_OF = {
  WRONG: 'wrong',
  CODE_WRONG: 'codeWrong',
  CODE_OVER: 'codeOver',
  KEY_REFUSED: 'keyRefused',
  NO_ACCOUNT: 'noAccount',
  PROVIDER_FAILED: 'providerFailed',
  UNREACHABLE: 'unreachable',
  FAILED: 'failed',
  SIGNED_IN: 'failed',
  SECOND_STEP: 'failed',
} as const;

interface SignInRefusalProps {
  readonly result: SignInResult;
  /** Whether it was a recovery code that was refused. */
  readonly isRecovery?: boolean;
}

export function SignInRefusal({ result, isRecovery = false }: SignInRefusalProps) {
  const t = useTranslations('signIn');
  const text = () => {
    if (result.outcome === 'THROTTLED') return t('throttled', { seconds: result.seconds });
    return t(result.outcome === 'CODE_WRONG' && isRecovery ? 'recoveryWrong' : TEXT_OF[result.outcome]);
  };
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle aria-hidden="true" />}>
      {text()}
    </Alert>
  );
}
