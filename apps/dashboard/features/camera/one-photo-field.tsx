'use client';

import { Button, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useLiveFace } from '../live-face/use-live-face';
import { CameraView } from './camera-view';
import { FilePicker } from './file-picker';
import classes from './one-photo-field.module.css';
import { PhotoProblemText } from './photo-problem-text';
import type { OnePhoto, PhotoMode } from './use-one-photo';

interface OnePhotoFieldProps {
  readonly photo: OnePhoto;
  /** Over the live picture, in place of how to stand. */
  readonly guidance?: ReactNode;
}

/** Camera or file: the person chooses. */
export function OnePhotoField({ photo, guidance }: OnePhotoFieldProps) {
  const t = useTranslations('camera');
  const live = useLiveFace(photo.camera);
  return (
    <div className={classes.field}>
      <SegmentedControl
        fullWidth
        aria-label={t('sourceLabel')}
        value={photo.mode}
        onChange={(value) => photo.setMode(value as PhotoMode)}
        data={[
          { value: 'camera', label: t('sourceCamera') },
          { value: 'file', label: t('sourceFile') },
        ]}
      />
      {photo.mode === 'camera' ? (
        <CameraView camera={photo.camera} guidance={guidance} live={live} />
      ) : (
        <ChosenFile photo={photo} />
      )}
      {photo.problem && <PhotoProblemText problem={photo.problem} />}
    </div>
  );
}

function ChosenFile({ photo }: { readonly photo: OnePhoto }) {
  const t = useTranslations('camera');
  if (photo.file === null) return <FilePicker isMultiple={false} onFiles={photo.chooseFile} />;
  return (
    <div className={classes.chosen}>
      {/* biome-ignore lint/performance/noImgElement: a photo in memory, never loaded from a server */}
      <img src={photo.file.url} alt={t('photoAlt')} className={classes.image} />
      <Button variant="default" size="xs" className={classes.change} onClick={photo.forget}>
        {t('changeFile')}
      </Button>
    </div>
  );
}
