'use client';

import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { PasswordAndCode } from './password-and-code';
import { RecoveryCodes } from './recovery-codes';
import { renewRecoveryCodes, switchOff } from './second-factor-requests';
import { SetUpDialog } from './set-up-dialog';

type Doing = 'SET_UP' | 'RENEW' | 'SWITCH_OFF';

export function SecondFactorActions({ isOn }: { readonly isOn: boolean }) {
  const t = useTranslations('security');
  const router = useRouter();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  function close() {
    setDoing(null);
    if (codes === null) return;
    setCodes(null);
    router.refresh();
  }

  function finishSwitchOff() {
    notifications.show({ color: 'pine', message: t('switchedOff') });
    setDoing(null);
    router.refresh();
  }

  return (
    <>
      <Group gap="sm">
        {!isOn && <Button onClick={() => setDoing('SET_UP')}>{t('setUp')}</Button>}
        {isOn && (
          <>
            <Button variant="default" onClick={() => setDoing('RENEW')}>
              {t('renew')}
            </Button>
            <Button variant="default" onClick={() => setDoing('SWITCH_OFF')}>
              {t('switchOff')}
            </Button>
          </>
        )}
      </Group>
      <SetUpDialog
        isOpen={doing === 'SET_UP'}
        onClose={(isDone) => {
          setDoing(null);
          if (isDone) router.refresh();
        }}
      />
      <Dialog isOpen={doing === 'RENEW'} onClose={close} title={t(codes === null ? 'renewTitle' : 'codesTitle')}>
        {codes === null ? (
          <PasswordAndCode
            text={t('renewText')}
            submitLabel={t('renew')}
            ask={renewRecoveryCodes}
            onDone={({ backupCodes }) => setCodes(backupCodes)}
            onCancel={close}
          />
        ) : (
          <RecoveryCodes codes={codes} onDone={close} />
        )}
      </Dialog>
      <Dialog isOpen={doing === 'SWITCH_OFF'} onClose={close} title={t('switchOffTitle')}>
        <PasswordAndCode
          text={t('switchOffText')}
          submitLabel={t('switchOff')}
          ask={switchOff}
          onDone={finishSwitchOff}
          onCancel={close}
        />
      </Dialog>
    </>
  );
}
