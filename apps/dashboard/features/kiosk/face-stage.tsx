'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { isCameraProblem } from '../camera/camera-state';
import { CameraView } from '../camera/camera-view';
import { LiveGuidance } from '../live-face/live-guidance';
import { useLiveFace } from '../live-face/use-live-face';
import type { ShownFace } from '../liveness/shown-face';
import { useFaceProof } from '../liveness/use-face-proof';
import classes from './face-stage.module.css';
import type { Who } from './kept-marks';
import type { KioskAnswer } from './use-kiosk-mark';

/** Time to look up from the pad, and to read what to do better. */
const LOOK_MS = 1_500;
const SHORTEST_LOOK_MS = 500;
const STEP_MS = 100;
const TRIES = 3;
/** Nothing is wrong with the person: another picture may do. The API counts none of them as a failure. */
const WORTH_ANOTHER = new Set(['NO_FACE', 'MULTIPLE_FACES', 'LOW_QUALITY']);

/** The moment of a good picture, or the end of the time to look up: the server says what is wrong then. */
async function untilGood(isSteady: { readonly current: boolean }): Promise<void> {
  for (let waited = 0; waited < LOOK_MS; waited += STEP_MS) {
    await pause(STEP_MS);
    if (isSteady.current && waited >= SHORTEST_LOOK_MS) return;
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

interface FaceStageProps {
  readonly who: Who;
  readonly isLivenessRequired: boolean;
  readonly record: (face: ShownFace) => Promise<KioskAnswer>;
  readonly onAnswer: (answer: KioskAnswer) => void;
  readonly onUsePin: () => void;
  readonly onCancel: () => void;
}

/** The camera takes the picture by itself, and again if it was not good enough. */
export function FaceStage({ who, isLivenessRequired, record, onAnswer, onUsePin, onCancel }: FaceStageProps) {
  const t = useTranslations();
  const face = useFaceProof({ isRequired: isLivenessRequired });
  const { camera } = face.photo;
  const live = useLiveFace(camera);
  const isSteady = useRef(false);
  isSteady.current = live.isSteady;
  const [advice, setAdvice] = useState<string | null>(null);
  const [isChecking, setIsChecking] = useState(false);
  const isGone = useRef(false);

  async function look() {
    for (let left = TRIES; ; left -= 1) {
      // A refused picture was a good one to the browser: there must be time to read what the server says.
      await (left === TRIES ? untilGood(isSteady) : pause(LOOK_MS));
      if (isGone.current) return;
      setIsChecking(true);
      const answer = await tryOnce();
      setIsChecking(false);
      if (isGone.current) return;
      const again = answer.kind === 'answer' && WORTH_ANOTHER.has(answer.payload.outcome) ? answer.payload : null;
      if (again === null || left === 1) return onAnswer(answer);
      const [reason] = again.attempt.quality?.reasons ?? [];
      setAdvice(
        again.outcome === 'LOW_QUALITY' && reason ? t(`qualityReason.${reason}`) : t(`outcome.${again.outcome}`),
      );
    }
  }

  async function tryOnce(): Promise<KioskAnswer> {
    const taken = await face.take('employeeNumber' in who ? who.employeeNumber : '');
    if (!taken.ok) return { kind: 'problem', problem: taken.problem ?? 'IMAGE_UNDECODABLE' };
    const answer = await record(taken.face);
    if (answer.kind !== 'answer' || answer.payload.outcome !== 'PRESENTATION_ATTACK') return answer;
    // One picture does not decide: light and reflections may deceive it.
    const several = await face.takeSeveral();
    return several ? record(several) : answer;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the picture is there
  useEffect(() => {
    if (camera.state === 'live') void look();
  }, [camera.state]);

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  const liveHint = live.advice === null || live.advice === 'good' ? null : t(`camera.live.${live.advice}`);
  const problem = isCameraProblem(camera.state) ? t(`kiosk.camera.${camera.state}`) : null;
  const step = face.step ? t(`movement.step.${face.step}`) : null;
  return (
    <section className={classes.stage} aria-label={t('kiosk.faceLabel')}>
      <div className={classes.picture}>
        <CameraView
          camera={camera}
          live={live}
          guidance={
            <>
              <span className={classes.outline} data-busy={isChecking || undefined} aria-hidden="true" />
              <LiveGuidance live={live} videoRef={camera.videoRef} hasWords={false} />
            </>
          }
          problemText={problem ?? undefined}
        />
      </div>
      <p className={classes.say} role="status" data-busy={isChecking || undefined}>
        {problem ? null : (step ?? (isChecking ? t('mark.checking') : (advice ?? liveHint ?? t('kiosk.look'))))}
      </p>
      <p className={classes.promise}>{t('kiosk.promise')}</p>
      <div className={classes.actions}>
        {/* What was sent is answered: a mark must not be made behind the back of somebody who left. */}
        <Button variant="default" size="lg" disabled={isChecking} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button variant="default" size="lg" disabled={isChecking} onClick={onUsePin}>
          {t('mark.usePin')}
        </Button>
      </div>
    </section>
  );
}
