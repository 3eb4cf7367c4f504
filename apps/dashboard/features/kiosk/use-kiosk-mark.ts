'use client';

import type { AttendanceKind } from '@rollcall/contracts';
import { useCallback } from 'react';
import { KioskMarkDocument, type KioskMarkMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import type { ShownFace } from '../liveness/shown-face';
import { newIdempotencyKey } from '../marking/idempotency-key';
import { canKeep } from './can-keep';
import { keepMark, type Who } from './kept-marks';
import type { KioskTime } from './kiosk-time';

export type KioskPayload = KioskMarkMutation['recordAttendance'];

export type KioskAnswer =
  | { readonly kind: 'answer'; readonly payload: KioskPayload }
  /** Stored here: the server has decided nothing yet. */
  | { readonly kind: 'kept'; readonly at: string }
  | { readonly kind: 'problem'; readonly problem: ApiProblem };

/** What the person showed. */
export type KioskProof = (ShownFace & { readonly pin?: string }) | { readonly pin: string };

export type RecordMark = (who: Who, kind: AttendanceKind, proof: KioskProof) => Promise<KioskAnswer>;

/**
 * Marks through the API. If it does not answer, a mark by face alone is kept to be sent later under the same key.
 */
export function useKioskMark(time: KioskTime, onKept: () => void): RecordMark {
  const { send } = useOperation(KioskMarkDocument);
  return useCallback(
    async (who, kind, proof) => {
      const id = newIdempotencyKey();
      const shownMs = time.clock.nowMs();
      const capturedAt = new Date(time.clock.clockMs()).toISOString();
      const result = await send({ input: { idempotencyKey: id, ...who, kind, ...proof, capturedAt } });
      if (result.ok) return { kind: 'answer', payload: result.data.recordAttendance };
      if (!('image' in proof) || !canKeep(result.problem, proof)) return { kind: 'problem', problem: result.problem };
      const at = new Date(time.captureMs(shownMs)).toISOString();
      try {
        await keepMark({ id, who, kind, capturedAt: at }, await toBlob(proof.image.base64));
      } catch {
        return { kind: 'problem', problem: result.problem };
      }
      onKept();
      return { kind: 'kept', at };
    },
    [send, time, onKept],
  );
}

async function toBlob(base64: string): Promise<Blob> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/jpeg' });
}
