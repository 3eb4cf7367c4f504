'use client';

import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { OnePhotoField } from '../camera/one-photo-field';
import classes from './face-proof-field.module.css';
import type { FaceProof } from './use-face-proof';

/** The camera or a file, and whether movements are asked for; while they are, the camera shows each one. */
export function FaceProofField({ proof }: { readonly proof: FaceProof }) {
  const t = useTranslations('movement');
  const { photo, isRequired, isWithMovements, setWithMovements, step } = proof;
  return (
    <>
      <OnePhotoField
        photo={photo}
        guidance={
          step && (
            <p className={classes.step} role="status">
              {t(`step.${step}`)}
            </p>
          )
        }
      />
      {isRequired ? (
        <p className={classes.note}>{t(photo.mode === 'file' ? 'cameraNeeded' : 'required')}</p>
      ) : (
        photo.mode === 'camera' && (
          <Switch
            label={t('choose')}
            description={t('chooseHint')}
            checked={isWithMovements}
            disabled={step !== null}
            onChange={(event) => setWithMovements(event.currentTarget.checked)}
          />
        )
      )}
    </>
  );
}
