'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import type { SeenFace } from './live-face.types';
import classes from './live-guidance.module.css';
import type { LiveFace } from './use-live-face';

interface LiveGuidanceProps {
  readonly live: LiveFace;
  readonly videoRef: RefObject<HTMLVideoElement | null>;
  /** False: the words stand elsewhere. Default: true. */
  readonly hasWords?: boolean;
}

/** A frame around the face, and one thing to do better. */
export function LiveGuidance({ live, videoRef, hasWords = true }: LiveGuidanceProps) {
  const t = useTranslations('camera');
  const { faces, advice } = live;
  return (
    <>
      {faces.map((face) => (
        <span
          key={`${face.x.toFixed(2)} ${face.y.toFixed(2)}`}
          className={classes.box}
          data-good={advice === 'good' || undefined}
          style={placeOf(face, videoRef.current)}
          aria-hidden="true"
        />
      ))}
      {hasWords && (
        <p className={classes.hint} role="status" data-good={advice === 'good' || undefined}>
          {advice === null ? t('guidance') : t(`live.${advice}`)}
        </p>
      )}
    </>
  );
}

/** Where the face is in the view: the picture fills it, is cut at two edges, and is mirrored. */
function placeOf({ x, y, width, height }: SeenFace, video: HTMLVideoElement | null) {
  const [viewWidth, viewHeight] = [video?.clientWidth || 1, video?.clientHeight || 1];
  const [videoWidth, videoHeight] = [video?.videoWidth || viewWidth, video?.videoHeight || viewHeight];
  const scale = Math.max(viewWidth / videoWidth, viewHeight / videoHeight);
  const [shownWidth, shownHeight] = [(videoWidth * scale) / viewWidth, (videoHeight * scale) / viewHeight];
  const share = (value: number, shown: number) => value * shown - (shown - 1) / 2;
  return {
    left: `${100 * (1 - share(x + width, shownWidth))}%`,
    top: `${100 * share(y, shownHeight)}%`,
    width: `${100 * width * shownWidth}%`,
    height: `${100 * height * shownHeight}%`,
  };
}
