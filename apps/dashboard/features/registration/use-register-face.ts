'use client';

import { useState } from 'react';
import { type AllowDuplicateInput, RegisterFaceDocument, type RegisterFaceMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { toImageInput } from '../camera/image-input';
import type { Photo } from '../camera/photo';

export type RegisterAnswer = RegisterFaceMutation['registerFace'];
export type ImageVerdict = RegisterAnswer['images'][number];

interface Options {
  readonly employeeId: string;
  readonly onConsentMissing: () => void;
}

/** Sends the photos and keeps what was said about each, by the id of the photo. */
export function useRegisterFace({ employeeId, onConsentMissing }: Options) {
  const operation = useOperation(RegisterFaceDocument);
  const [refusal, setRefusal] = useState<RegisterAnswer | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, ImageVerdict>>(new Map());

  /** @returns true if the face is registered now */
  async function send(
    photos: readonly Photo[],
    replace: boolean,
    allowDuplicate: AllowDuplicateInput | null = null,
  ): Promise<boolean> {
    setProblem(null);
    const images = await Promise.all(photos.map(({ blob }) => toImageInput(blob)));
    const result = await operation.send({ input: { employeeId, images, replace, allowDuplicate } });
    // Until the answer is there, what is being decided about stays on the page.
    setRefusal(null);
    if (!result.ok) {
      if (result.problem === 'CONSENT_MISSING') onConsentMissing();
      setProblem(result.problem);
      return false;
    }
    const answer = result.data.registerFace;
    if (answer.outcome === 'REGISTERED') return true;
    setRefusal(answer);
    setVerdicts(new Map(answer.images.map((verdict) => [photos[verdict.index]?.id ?? '', verdict])));
    return false;
  }

  return { send, isSending: operation.isSending, refusal, problem, verdicts };
}
