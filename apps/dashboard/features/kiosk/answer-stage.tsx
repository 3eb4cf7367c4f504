'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Advice } from '../../components/ui/advice';
import { Moment } from '../../components/ui/moment';
import { Verdict } from '../../components/ui/verdict';
import { isAccepted, outcomeTone } from '../../lib/format/outcome-tone';
import { LivenessAdvice } from '../liveness/liveness-advice';
import { PIN_MAY_HELP } from '../marking/pin-may-help';
import classes from './answer-stage.module.css';
import { Greeting } from './greeting';
import type { KioskAnswer, KioskPayload } from './use-kiosk-mark';

/** Long enough to read; the next person waits. */
const DONE_MS = 6_000;
const REFUSED_MS = 15_000;

interface AnswerStageProps {
  readonly answer: KioskAnswer;
  readonly onNext: () => void;
  readonly onTryAgain: () => void;
  /** Null: a PIN was tried. */
  readonly onUsePin: (() => void) | null;
  readonly onAddPin: () => void;
}

/** What came of it, in large letters; then the start again, by itself. */
export function AnswerStage({ answer, onNext, onTryAgain, onUsePin, onAddPin }: AnswerStageProps) {
  const t = useTranslations('mark');
  const outcome = answer.kind === 'answer' ? answer.payload.outcome : null;
  const isDone = answer.kind === 'kept' || (outcome !== null && isAccepted(outcome));
  const showMs = isDone ? DONE_MS : REFUSED_MS;

  useEffect(() => {
    const timer = setTimeout(onNext, showMs);
    return () => clearTimeout(timer);
  });

  return (
    <section className={classes.stage} aria-live="assertive" data-done={isDone || undefined}>
      <Said answer={answer} />
      <div className={classes.actions}>
        {outcome === 'PIN_REQUIRED' && (
          <Button size="xl" onClick={onAddPin} autoFocus>
            {t('addPin')}
          </Button>
        )}
        {!isDone && outcome !== 'PIN_REQUIRED' && (
          <Button size="xl" onClick={onTryAgain} autoFocus>
            {t('tryAgain')}
          </Button>
        )}
        {onUsePin && outcome !== null && PIN_MAY_HELP.has(outcome) && (
          <Button size="xl" variant="default" onClick={onUsePin}>
            {t('usePin')}
          </Button>
        )}
        <Button size="xl" variant={isDone ? 'filled' : 'default'} onClick={onNext} autoFocus={isDone}>
          {t('next')}
        </Button>
      </div>
      <span className={classes.left} style={{ animationDuration: `${showMs}ms` }} aria-hidden="true" />
    </section>
  );
}

function Said({ answer }: { readonly answer: KioskAnswer }) {
  const t = useTranslations();
  if (answer.kind === 'answer') return <Decided payload={answer.payload} />;
  if (answer.kind === 'kept')
    return <Verdict isLarge tone="quiet" title={t('kiosk.keptTitle')} text={t('kiosk.keptText')} />;
  return <Verdict isLarge tone="warn" title={t('mark.notMarked')} text={t(`error.${answer.problem}`)} />;
}

function Decided({ payload }: { readonly payload: KioskPayload }) {
  const t = useTranslations();
  const { outcome, event, role, attempt } = payload;
  if (event && isAccepted(outcome)) {
    const done = outcome === 'DOUBLE_TAP' ? t('outcome.DOUBLE_TAP') : null;
    return (
      <Verdict isLarge tone={outcomeTone(outcome)} title={<Greeting event={event} />}>
        <p className={classes.what}>
          {done ??
            t.rich(`kiosk.marked.${markedAs(role, event.kind)}`, {
              time: () => <Moment at={event.at} style="time" timeZone={event.timeZone} />,
            })}
        </p>
      </Verdict>
    );
  }
  return (
    <>
      <Verdict isLarge tone={outcomeTone(outcome)} title={t(`outcome.${outcome}`)} text={t(`outcomeHint.${outcome}`)} />
      <LivenessAdvice liveness={attempt.liveness} />
      {outcome === 'LOW_QUALITY' && <Advice reasons={attempt.quality?.reasons ?? []} />}
    </>
  );
}

const SAID = { IN: 'IN', OUT: 'OUT', BREAK_START: 'BREAK_START', BREAK_END: 'BREAK_END' } as const;
const CHOSEN = { CHECK_IN: 'IN', CHECK_OUT: 'OUT', BREAK_START: 'BREAK_START', BREAK_END: 'BREAK_END' } as const;

/** What the day made of it; a mark that no day holds is what was chosen, if something was. */
function markedAs(role: string | null | undefined, kind: string) {
  return SAID[role as keyof typeof SAID] ?? CHOSEN[kind as keyof typeof CHOSEN] ?? 'OTHER';
}
