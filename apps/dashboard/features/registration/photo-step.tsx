'use client';

import { Button, Checkbox, SegmentedControl, Switch } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import type { AllowDuplicateInput } from '../../gql/graphql';
import { CameraView } from '../camera/camera-view';
import { FilePicker } from '../camera/file-picker';
import { PhotoProblemText } from '../camera/photo-problem-text';
import { useCamera } from '../camera/use-camera';
import type { PhotoMode } from '../camera/use-one-photo';
import { useLiveFace } from '../live-face/use-live-face';
import { DuplicateChoice } from './duplicate-choice';
import { PhotoStrip } from './photo-strip';
import { Refusal } from './refusal';
import classes from './registration.module.css';
import type { Subject } from './subject';
import { MAX_PHOTOS, usePhotoList } from './use-photo-list';
import { useRegisterFace } from './use-register-face';

interface PhotoStepProps {
  readonly employee: Subject;
  readonly canAllowDuplicate: boolean;
  readonly onRegistered: () => void;
  readonly onConsentMissing: () => void;
}

/** One to three photos, from the camera or from files; the server decides about each of them. */
export function PhotoStep({ employee, canAllowDuplicate, onRegistered, onConsentMissing }: PhotoStepProps) {
  const t = useTranslations();
  const [mode, setMode] = useState<PhotoMode>('camera');
  const camera = useCamera(mode === 'camera');
  const list = usePhotoList();
  const live = useLiveFace(camera);
  const hasFace = employee.faceStatus !== 'NOT_ENROLLED';
  const [isHandsFree, setHandsFree] = useState(false);
  const [isReplacing, setIsReplacing] = useState(hasFace);
  const register = useRegisterFace({ employeeId: employee.id, onConsentMissing });
  const duplicateOf = register.refusal?.duplicateOf ?? null;
  const isFull = list.photos.length >= MAX_PHOTOS;

  // A good moment: one photo by itself, the next one when the face went away or moved.
  const isDue = isHandsFree && live.isSteady && !isFull;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each good moment
  useEffect(() => {
    if (isDue) void list.addFrame(camera.videoRef.current);
  }, [isDue]);

  async function submit(allowDuplicate: AllowDuplicateInput | null = null) {
    if (!(await register.send(list.photos, isReplacing, allowDuplicate))) return;
    list.clear();
    onRegistered();
  }

  return (
    <div className={classes.photoStep}>
      <div>
        <h2 className={classes.heading}>{t('register.photosTitle')}</h2>
        <p className={classes.text}>{t('register.photosText')}</p>
      </div>
      <SegmentedControl
        fullWidth
        aria-label={t('camera.sourceLabel')}
        value={mode}
        onChange={(value) => setMode(value as PhotoMode)}
        data={[
          { value: 'camera', label: t('camera.sourceCamera') },
          { value: 'file', label: t('camera.sourceFile') },
        ]}
      />
      {mode === 'camera' ? (
        <CameraView camera={camera} live={live} />
      ) : (
        <FilePicker isMultiple onFiles={list.addFiles} />
      )}
      {list.problem && <PhotoProblemText problem={list.problem} />}
      {mode === 'camera' && (
        <Button
          variant="light"
          leftSection={<IconCamera size={19} aria-hidden="true" />}
          disabled={isFull || camera.state !== 'live'}
          onClick={() => list.addFrame(camera.videoRef.current)}
        >
          {t('register.take')}
        </Button>
      )}
      {mode === 'camera' && (
        <Switch
          label={t('register.handsFree')}
          description={t('register.handsFreeHint')}
          checked={isHandsFree}
          onChange={(event) => setHandsFree(event.currentTarget.checked)}
        />
      )}
      <PhotoStrip photos={list.photos} verdicts={register.verdicts} onRemove={list.remove} />
      {register.refusal && <Refusal refusal={register.refusal} photos={list.photos} verdicts={register.verdicts} />}
      {duplicateOf && (
        <DuplicateChoice
          employee={employee}
          duplicate={duplicateOf}
          likeness={register.refusal?.duplicateLikeness ?? null}
          canAllow={canAllowDuplicate}
          isSending={register.isSending}
          onAllow={(reason) => submit({ duplicateOfId: duplicateOf.id, reason })}
        />
      )}
      {register.problem && <ProblemNote problem={register.problem} />}
      {hasFace && (
        <Checkbox
          label={t('register.replace')}
          checked={isReplacing}
          onChange={(event) => setIsReplacing(event.currentTarget.checked)}
        />
      )}
      <Button size="md" disabled={list.photos.length === 0} loading={register.isSending} onClick={() => submit()}>
        {list.photos.length === 0 ? t('register.submitNone') : t('register.submit', { count: list.photos.length })}
      </Button>
    </div>
  );
}
