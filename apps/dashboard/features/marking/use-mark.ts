'use client';

import type { AttendanceKind } from '@rollcall/contracts';
import { useCallback, useRef, useState } from 'react';
import { RecordAttendanceDocument, type RecordAttendanceMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { toImageInput } from '../camera/image-input';
import { newIdempotencyKey } from './idempotency-key';

export type MarkAnswer =
  | { readonly kind: 'answer'; readonly payload: RecordAttendanceMutation['recordAttendance'] }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

interface Attempt {
  readonly idempotencyKey: string;
  readonly employeeNumber: string;
  readonly kind: AttendanceKind;
  readonly image?: { readonly base64: string };
  readonly pin?: string;
}

/** What the person showed. */
type Proof = { readonly photo: Blob; readonly pin?: string } | { readonly pin: string };

export interface Mark {
  readonly answer: MarkAnswer | null;
  readonly isSending: boolean;
  readonly start: (employeeNumber: string, kind: AttendanceKind, proof: Proof) => Promise<void>;
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
    if (attempt.current === null) return;
    setAnswer(null);
    const result = await record.send({ input: attempt.current });
    if (result.ok) {
      attempt.current = null;
      setAnswer({ kind: 'answer', payload: result.data.recordAttendance });
    } else {
      setAnswer({ kind: 'problem', problem: result.problem });
    }
  }, [record.send]);

  async function start(employeeNumber: string, kind: AttendanceKind, proof: Proof) {
    const { pin } = proof;
    const image = 'photo' in proof ? await toImageInput(proof.photo) : undefined;
    const shown = { ...(image && { image }), ...(pin !== undefined && { pin }) };
    attempt.current = { idempotencyKey: newIdempotencyKey(), employeeNumber, kind, ...shown };
    await sendAttempt();
  }

  const reset = useCallback(() => {
    attempt.current = null;
    setAnswer(null);
  }, []);
  return { answer, isSending: record.isSending, start, resend: sendAttempt, reset };
}
