'use client';

import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Advice } from '../../components/ui/advice';
import { Moment } from '../../components/ui/moment';
import { Verdict } from '../../components/ui/verdict';
import type { RecordAttendanceMutation } from '../../gql/graphql';
import { outcomeTone } from '../../lib/format/outcome-tone';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { LivenessAdvice } from '../liveness/liveness-advice';
import { canResend } from './can-resend';
import classes from './mark-desk.module.css';
import { PIN_MAY_HELP } from './pin-may-help';
import type { MarkAnswer } from './use-mark';

interface MarkResultProps {
  readonly answer: MarkAnswer;
  readonly onNext: () => void;
  readonly onTryAgain: () => void;
  /** Null: a PIN would not help, or was tried. */
  readonly onUsePin: (() => void) | null;
  /** The face fits, and the PIN is needed beside it. */
  readonly onAddPin: () => void;
  readonly onResend: () => void;
}

export function MarkResult({ answer, onNext, onTryAgain, onUsePin, onAddPin, onResend }: MarkResultProps) {
  const t = useTranslations('mark');
  if (answer.kind === 'problem') {
    return (
      <Unanswered problem={answer.problem} onResend={onResend}>
        <Button variant="default" size="lg" onClick={onTryAgain}>
          {t('tryAgain')}
        </Button>
      </Unanswered>
    );
  }
  const isDone = answer.payload.outcome === 'RECORDED' || answer.payload.outcome === 'DOUBLE_TAP';
  const isPinMissing = answer.payload.outcome === 'PIN_REQUIRED';
  return (
    <div className={classes.answer}>
      <Answer payload={answer.payload} />
      <div className={classes.actions}>
        {isPinMissing && (
          <Button size="lg" onClick={onAddPin} autoFocus>
            {t('addPin')}
          </Button>
        )}
        {!isDone && (
          <Button
            size="lg"
            variant={isPinMissing ? 'default' : 'filled'}
            onClick={onTryAgain}
            autoFocus={!isPinMissing}
          >
            {t('tryAgain')}
          </Button>
        )}
        {onUsePin && PIN_MAY_HELP.has(answer.payload.outcome) && (
          <Button size="lg" variant="default" onClick={onUsePin}>
            {t('usePin')}
          </Button>
        )}
        <Button size="lg" variant={isDone ? 'filled' : 'default'} onClick={onNext} autoFocus={isDone}>
          {t('next')}
        </Button>
      </div>
    </div>
  );
}

function Answer({ payload }: { readonly payload: RecordAttendanceMutation['recordAttendance'] }) {
  const t = useTranslations();
  const { outcome, event, attempt, replayed } = payload;
  const isRecorded = outcome === 'RECORDED' && event;
  return (
    <>
      <Verdict
        isLarge
        tone={outcomeTone(outcome)}
        title={t(`outcome.${outcome}`)}
        text={isRecorded ? null : t(`outcomeHint.${outcome}`)}
      >
        {isRecorded && (
          <>
            <span className={classes.who} dir="auto">
              {event.employee.name}
            </span>
            <span className={classes.when}>
              {t.rich('mark.markedAs', {
                kind: t(`attendanceKind.${event.kind}`),
                time: () => <Moment at={event.at} style="time" timeZone={event.timeZone} />,
              })}
            </span>
          </>
        )}
      </Verdict>
      <LivenessAdvice liveness={attempt.liveness} />
      {outcome === 'LOW_QUALITY' && <Advice reasons={attempt.quality?.reasons ?? []} />}
      {replayed && <p className={classes.when}>{t('mark.replayed')}</p>}
    </>
  );
}

interface UnansweredProps {
  readonly problem: ApiProblem;
  readonly onResend: () => void;
  readonly children: React.ReactNode;
}

function Unanswered({ problem, onResend, children }: UnansweredProps) {
  const t = useTranslations();
  return (
    <div className={classes.answer}>
      <Verdict
        isLarge
        tone="warn"
        title={t(canResend(problem) ? 'mark.unsentTitle' : 'mark.notMarked')}
        text={t(`error.${problem}`)}
      />
      <div className={classes.actions}>
        {canResend(problem) && (
          <Button size="lg" onClick={onResend} autoFocus>
            {t('mark.resend')}
          </Button>
        )}
        {children}
      </div>
      {canResend(problem) && <p className={classes.when}>{t('mark.resendHint')}</p>}
    </div>
  );
}
