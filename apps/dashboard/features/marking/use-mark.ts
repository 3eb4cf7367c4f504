'use client';

import type { AttendanceKind } from '@rollcall/contracts';
import { useCallback, useRef, useState } from 'react';
import { RecordAttendanceDocument, type RecordAttendanceMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import type { ShownFace } from '../liveness/shown-face';
import { newIdempotencyKey } from './idempotency-key';

export type MarkAnswer =
  | { readonly kind: 'answer'; readonly payload: RecordAttendanceMutation['recordAttendance'] }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

type MarkOutcome = RecordAttendanceMutation['recordAttendance']['outcome'];

interface Attempt extends Partial<ShownFace> {
  readonly idempotencyKey: string;
  readonly employeeNumber: string;
  readonly kind: AttendanceKind;
  readonly pin?: string;
}

/** What the person showed. */
type Proof = ShownFace | { readonly pin: string };

export interface Mark {
  readonly answer: MarkAnswer | null;
  readonly isSending: boolean;
  /** @returns how it ended; null: no answer came */
  readonly start: (employeeNumber: string, kind: AttendanceKind, proof: Proof) => Promise<MarkOutcome | null>;
  /** Says why there is nothing to send. */
  readonly fail: (problem: ApiProblem) => void;
  /** The same attempt again, with the same key and proof: it is marked once at most. */
  readonly resend: () => Promise<void>;
  readonly reset: () => void;
}

/** One attempt to mark attendance: its key is made once, and its photo or PIN is forgotten as soon as there is an answer. */
export function useMark(): Mark {
  const record = useOperation(RecordAttendanceDocument);
  const attempt = useRef<Attempt | null>(null);
  const [answer, setAnswer] = useState<MarkAnswer | null>(null);

  const sendAttempt = useCallback(async () => {
    if (attempt.current === null) return null;
    setAnswer(null);
    const result = await record.send({ input: attempt.current });
    if (result.ok) {
      attempt.current = null;
      setAnswer({ kind: 'answer', payload: result.data.recordAttendance });
      return result.data.recordAttendance.outcome;
    }
    setAnswer({ kind: 'problem', problem: result.problem });
    return null;
  }, [record.send]);

  async function start(employeeNumber: string, kind: AttendanceKind, proof: Proof) {
    attempt.current = { idempotencyKey: newIdempotencyKey(), employeeNumber, kind, ...proof };
    return sendAttempt();
  }

  const reset = useCallback(() => {
    attempt.current = null;
    setAnswer(null);
  }, []);
  const fail = useCallback((problem: ApiProblem) => setAnswer({ kind: 'problem', problem }), []);
  const resend = useCallback(async () => void (await sendAttempt()), [sendAttempt]);
  return { answer, isSending: record.isSending, start, fail, resend, reset };
}
