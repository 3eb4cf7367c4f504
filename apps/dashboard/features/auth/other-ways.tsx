'use client';

import { Button, Divider, Stack } from '@mantine/core';
import { IconBuilding, IconFingerprint } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type SignInResult, startSingleSignOn } from './auth-requests';
import { isPasskeyOffered, signInWithPasskey } from './passkey-requests';

interface OtherWaysProps {
  readonly returnPath: string;
  /** What the sign-in of the organisation is called; null: there is none. */
  readonly singleSignOn: string | null;
  readonly onResult: (result: SignInResult) => void;
}

/** Ways in without the password of Rollcall. */
export function OtherWays({ returnPath, singleSignOn, onResult }: OtherWaysProps) {
  const t = useTranslations('signIn');
  const [hasPasskeys, setHasPasskeys] = useState(true);
  const [busy, setBusy] = useState<'PASSKEY' | 'SINGLE_SIGN_ON' | null>(null);
  // Only the browser knows; nearly all can, and what stands below must not move away under a finger.
  useEffect(() => setHasPasskeys(isPasskeyOffered()), []);
  if (!hasPasskeys && singleSignOn === null) return null;

  async function withPasskey() {
    setBusy('PASSKEY');
    const result = await signInWithPasskey();
    if (result?.outcome === 'SIGNED_IN') window.location.assign(returnPath);
    else setBusy(null);
    if (result !== null && result.outcome !== 'SIGNED_IN') onResult(result);
  }

  async function withProvider() {
    setBusy('SINGLE_SIGN_ON');
    const start = await startSingleSignOn(returnPath);
    if ('url' in start) window.location.assign(start.url);
    else {
      setBusy(null);
      onResult(start);
    }
  }

  return (
    <Stack gap="sm">
      <Divider label={t('or')} />
      {singleSignOn !== null && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconBuilding size={18} aria-hidden="true" />}
          loading={busy === 'SINGLE_SIGN_ON'}
          onClick={withProvider}
          fullWidth
        >
          {singleSignOn}
        </Button>
      )}
      {hasPasskeys && (
        <Button
          variant="default"
          size="md"
          leftSection={<IconFingerprint size={18} aria-hidden="true" />}
          loading={busy === 'PASSKEY'}
          onClick={withPasskey}
          fullWidth
        >
          {t('passkey')}
        </Button>
      )}
    </Stack>
  );
}
