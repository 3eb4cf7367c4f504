'use client';

import { useState } from 'react';
import { IdentifyFaceDocument, VerifyFaceDocument } from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import type { ShownFace } from '../liveness/shown-face';
import type { FaceProof } from '../liveness/use-face-proof';
import type { VerifyAnswer } from './verify-answer';

/** Takes the face and asks the server, about a number or about everybody. */
export function useFaceQuestion(proof: FaceProof) {
  const verify = useOperation(VerifyFaceDocument);
  const identify = useOperation(IdentifyFaceDocument);
  const [answer, setAnswer] = useState<VerifyAnswer | null>(null);

  async function send(employeeNumber: string | null, face: ShownFace): Promise<VerifyAnswer> {
    if (employeeNumber === null) {
      const found = await identify.send({ input: face });
      return found.ok ? { kind: 'identified', payload: found.data.identifyFace } : { kind: 'problem', ...found };
    }
    const result = await verify.send({ input: { employeeNumber, ...face } });
    return result.ok ? { kind: 'answer', payload: result.data.verifyFace } : { kind: 'problem', ...result };
  }

  /** @param employeeNumber null: who is this? */
  async function ask(employeeNumber: string | null): Promise<void> {
    setAnswer(null);
    const taken = await proof.take(employeeNumber);
    if (!taken.ok) {
      if (taken.problem) setAnswer({ kind: 'problem', problem: taken.problem });
      return;
    }
    let next = await send(employeeNumber, taken.face);
    // One picture does not decide: light and reflections may deceive it.
    if (next.kind !== 'problem' && next.payload.outcome === 'PRESENTATION_ATTACK') {
      const several = await proof.takeSeveral();
      if (several) next = await send(employeeNumber, several);
    }
    proof.photo.forget();
    setAnswer(next);
  }

  return { answer, ask, isSending: verify.isSending || identify.isSending, forget: () => setAnswer(null) };
}
