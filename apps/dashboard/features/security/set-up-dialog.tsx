'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { PasswordStep } from './password-step';
import { RecoveryCodes } from './recovery-codes';
import { ScanStep } from './scan-step';
import type { SetUp } from './second-factor-requests';

interface SetUpDialogProps {
  readonly isOpen: boolean;
  /** Whether it was turned on. */
  readonly onClose: (isDone: boolean) => void;
}

/** Password, then the app, then the recovery codes; closing it before the right code changes nothing. */
export function SetUpDialog({ isOpen, onClose }: SetUpDialogProps) {
  const t = useTranslations('security');
  const [made, setMade] = useState<SetUp | null>(null);
  const [isOn, setOn] = useState(false);

  function close() {
    onClose(isOn);
    setMade(null);
    setOn(false);
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t(isOn ? 'codesTitle' : 'setUpTitle')}>
      {made === null && <PasswordStep onMade={setMade} onCancel={close} />}
      {made !== null && !isOn && <ScanStep uri={made.totpURI} onConfirmed={() => setOn(true)} onCancel={close} />}
      {made !== null && isOn && <RecoveryCodes codes={made.backupCodes} onDone={close} />}
    </Dialog>
  );
}
