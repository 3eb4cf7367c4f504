'use client';

import { Button, Loader } from '@mantine/core';
import { IconCameraOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LiveGuidance } from '../live-face/live-guidance';
import type { LiveFace } from '../live-face/use-live-face';
import { type CameraProblem, isCameraProblem } from './camera-state';
import classes from './camera-view.module.css';
import type { Camera } from './use-camera';

interface CameraViewProps {
  readonly camera: Camera;
  /** Drawn over the live picture in place of the frame around the face and its advice. */
  readonly guidance?: ReactNode;
  readonly live: LiveFace;
  /** Why there is no picture, where a photo file is no way out; left out: with that way. */
  readonly problemText?: string | undefined;
}

/** The live picture, mirrored as in a mirror; or why there is none and what to do. */
export function CameraView({ camera, guidance, live, problemText }: CameraViewProps) {
  const t = useTranslations('camera');
  const { state, videoRef } = camera;
  const isLive = state === 'live';
  return (
    <div className={classes.view} data-state={state}>
      <video ref={videoRef} className={classes.video} aria-label={t('label')} playsInline muted hidden={!isLive} />
      {isLive && <div className={classes.guidance}>{guidance ?? <Guidance live={live} videoRef={videoRef} />}</div>}
      {state === 'starting' && (
        <p className={classes.note} role="status">
          <Loader size="sm" aria-hidden="true" />
          {t('starting')}
        </p>
      )}
      {isCameraProblem(state) && <Problem problem={state} text={problemText} onRetry={camera.retry} />}
    </div>
  );
}

/** How to stand, until the face is watched. */
function Guidance({ live, videoRef }: Pick<CameraViewProps, 'live'> & Pick<Camera, 'videoRef'>) {
  return (
    <>
      {live.faces.length === 0 && <span className={classes.outline} aria-hidden="true" />}
      <LiveGuidance live={live} videoRef={videoRef} />
    </>
  );
}

interface ProblemProps {
  readonly problem: CameraProblem;
  readonly text: string | undefined;
  readonly onRetry: () => void;
}

function Problem({ problem, text, onRetry }: ProblemProps) {
  const t = useTranslations('camera');
  return (
    <div className={classes.note} role="alert">
      <IconCameraOff size={30} stroke={1.5} aria-hidden="true" />
      <p>{text ?? t(problem)}</p>
      {problem !== 'insecure' && (
        <Button variant="default" size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
