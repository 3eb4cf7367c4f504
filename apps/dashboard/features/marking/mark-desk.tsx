'use client';

import { Button, Chip, TextInput } from '@mantine/core';
import { ATTENDANCE_KINDS, type AttendanceKind, LIMITS } from '@rollcall/contracts';
import { IconUserCheck } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { useFaceProof } from '../liveness/use-face-proof';
import classes from './mark-desk.module.css';
import { MarkResult } from './mark-result';
import { ProofField, type ProofMode } from './proof-field';
import { useMark } from './use-mark';

/** Number, face, done. The camera stays on behind the answer, so the next person does not wait for it. */
export function MarkDesk({ isLivenessRequired }: { readonly isLivenessRequired: boolean }) {
  const t = useTranslations();
  const [proofMode, setProofMode] = useState<ProofMode>('face');
  const face = useFaceProof({ isRequired: isLivenessRequired, isNeeded: proofMode === 'face' });
  const mark = useMark();
  const numberRef = useRef<HTMLInputElement>(null);
  const pinRef = useRef<HTMLInputElement>(null);
  const [number, setNumber] = useState('');
  const [pin, setPin] = useState('');
  const [kind, setKind] = useState<AttendanceKind>('AUTO');
  const [missing, setMissing] = useState<'number' | 'pin' | null>(null);
  const hasAnswer = mark.answer !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const employeeNumber = number.trim();
    const lack = employeeNumber === '' ? 'number' : proofMode === 'pin' && pin === '' ? 'pin' : null;
    setMissing(lack);
    if (lack !== null) return (lack === 'number' ? numberRef : pinRef).current?.focus();
    if (proofMode === 'pin') await mark.start(employeeNumber, kind, { pin });
    else await markByFace(employeeNumber);
    setPin('');
    face.photo.forget();
  }

  async function markByFace(employeeNumber: string) {
    const taken = await face.take(employeeNumber);
    if (!taken.ok) return taken.problem && mark.fail(taken.problem);
    const outcome = await mark.start(employeeNumber, kind, taken.face);
    if (outcome !== 'PRESENTATION_ATTACK') return;
    // One picture does not decide: light and reflections may deceive it.
    const several = await face.takeSeveral();
    if (several) await mark.start(employeeNumber, kind, several);
  }

  function choose(mode: ProofMode) {
    setProofMode(mode);
    setMissing(null);
    setPin('');
    if (mode === 'pin') requestAnimationFrame(() => pinRef.current?.focus());
  }

  function goOn({ keepsNumber }: { keepsNumber: boolean }) {
    mark.reset();
    if (!keepsNumber) {
      setNumber('');
      setProofMode('face');
      setKind('AUTO');
    }
    // The field is shown again with the next frame.
    requestAnimationFrame(() => numberRef.current?.focus());
  }

  function goOnByPin() {
    mark.reset();
    choose('pin');
  }

  return (
    <div className={classes.desk}>
      <form className={classes.form} onSubmit={submit} noValidate hidden={hasAnswer}>
        <TextInput
          ref={numberRef}
          label={t('mark.number')}
          classNames={{ input: classes.number }}
          size="lg"
          autoComplete="off"
          autoFocus
          maxLength={LIMITS.maxEmployeeNumberLength}
          value={number}
          error={missing === 'number' ? t('mark.numberNeeded') : null}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <ProofField
          mode={proofMode}
          face={face}
          {...{ pin, pinRef }}
          isPinMissing={missing === 'pin'}
          onPin={setPin}
          onMode={choose}
        />
        <Chip.Group value={kind} onChange={(value) => setKind(value as AttendanceKind)}>
          <div className={classes.kinds} role="radiogroup" aria-label={t('mark.kind')}>
            {ATTENDANCE_KINDS.map((value) => (
              <Chip key={value} value={value} variant="light">
                {t(`attendanceKind.${value}`)}
              </Chip>
            ))}
          </div>
        </Chip.Group>
        <Button
          type="submit"
          size="xl"
          loading={mark.isSending || face.step !== null}
          leftSection={<IconUserCheck size={24} aria-hidden />}
        >
          {t('mark.submit')}
        </Button>
        {proofMode === 'face' && <p className={classes.promise}>{t('camera.promise')}</p>}
      </form>
      <section className={classes.result} aria-label={t('verify.resultLabel')} aria-live="assertive">
        {mark.answer && (
          <MarkResult
            answer={mark.answer}
            onNext={() => goOn({ keepsNumber: false })}
            onTryAgain={() => goOn({ keepsNumber: true })}
            onUsePin={proofMode === 'face' ? goOnByPin : null}
            onResend={mark.resend}
          />
        )}
      </section>
    </div>
  );
}
