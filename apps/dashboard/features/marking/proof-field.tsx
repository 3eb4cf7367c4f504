'use client';

import { Button, PasswordInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { FaceProofField } from '../liveness/face-proof-field';
import type { FaceProof } from '../liveness/use-face-proof';

/** What somebody shows to mark: the face, or the PIN in its place. */
export type ProofMode = 'face' | 'pin';

interface ProofFieldProps {
  readonly mode: ProofMode;
  readonly face: FaceProof;
  readonly pin: string;
  readonly pinRef: Ref<HTMLInputElement>;
  readonly isPinMissing: boolean;
  readonly onPin: (pin: string) => void;
  readonly onMode: (mode: ProofMode) => void;
}

/** The camera, and a quiet way to the PIN. With the PIN the camera is off. */
export function ProofField({ mode, face, pin, pinRef, isPinMissing, onPin, onMode }: ProofFieldProps) {
  const t = useTranslations('mark');
  const isFace = mode === 'face';
  return (
    <>
      {isFace ? (
        <FaceProofField proof={face} />
      ) : (
        <PasswordInput
          ref={pinRef}
          label={t('pin')}
          size="lg"
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          value={pin}
          error={isPinMissing ? t('pinNeeded') : null}
          onChange={(event) => onPin(event.currentTarget.value)}
        />
      )}
      <Button variant="subtle" size="compact-sm" onClick={() => onMode(isFace ? 'pin' : 'face')}>
        {t(isFace ? 'usePin' : 'useFace')}
      </Button>
    </>
  );
}
