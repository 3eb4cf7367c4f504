'use client';

import { useState } from 'react';
import { StartLivenessChallengeDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { type OnePhoto, useOnePhoto } from '../camera/use-one-photo';
import { type ShownFace, toShownFace } from './shown-face';
import { type MovementStep, takeMovements } from './take-movements';

export type TakenFace =
  | { readonly ok: true; readonly face: ShownFace }
  /** Null: the photo field says what is wrong. */
  | { readonly ok: false; readonly problem: ApiProblem | null };

export interface FaceProof {
  readonly photo: OnePhoto;
  readonly isRequired: boolean;
  readonly isWithMovements: boolean;
  readonly setWithMovements: (isOn: boolean) => void;
  /** What the person is asked for now; null: nothing. */
  readonly step: MovementStep | null;
  /** @param employeeNumber whose movements they are; null: nobody is named */
  readonly take: (employeeNumber: string | null) => Promise<TakenFace>;
  /** Three pictures in place of one, after one looked like a picture of a picture; null: there is no camera. */
  readonly takeSeveral: () => Promise<ShownFace | null>;
}

const SEVERAL = 3;
const BETWEEN_MS = 350;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A face to send: one photo, or with the movements that the server asks for. */
export function useFaceProof(options: { readonly isRequired: boolean; readonly isNeeded?: boolean }): FaceProof {
  const { isRequired, isNeeded = true } = options;
  const photo = useOnePhoto({ isNeeded });
  const challenge = useOperation(StartLivenessChallengeDocument);
  const [isChosen, setWithMovements] = useState(false);
  const [step, setStep] = useState<MovementStep | null>(null);
  const isWithMovements = isRequired || isChosen;

  async function take(employeeNumber: string | null): Promise<TakenFace> {
    if (!isWithMovements || photo.mode === 'file') {
      const blob = await photo.take();
      return blob === null ? { ok: false, problem: null } : { ok: true, face: await toShownFace(blob) };
    }
    // Without a picture there is nothing to ask for.
    if ((await photo.take()) === null) return { ok: false, problem: null };
    setStep('START');
    try {
      const started = await challenge.send({ input: { employeeNumber } });
      if (!started.ok) return { ok: false, problem: started.problem };
      const { id, actions, maxFrames } = started.data.startLivenessChallenge;
      const pictures = await takeMovements({ actions, maxFrames, pause, onStep: setStep, take: photo.take });
      if (pictures === null) return { ok: false, problem: null };
      return { ok: true, face: await toShownFace(pictures.image, pictures.frames, id) };
    } finally {
      setStep(null);
    }
  }

  async function takeSeveral(): Promise<ShownFace | null> {
    if (photo.mode === 'file' || isWithMovements) return null;
    const pictures: Blob[] = [];
    while (pictures.length < SEVERAL) {
      await pause(BETWEEN_MS);
      const picture = await photo.take();
      if (picture === null) return null;
      pictures.push(picture);
    }
    const [image, ...frames] = pictures;
    return image === undefined ? null : toShownFace(image, frames);
  }

  return { photo, isRequired, isWithMovements, setWithMovements, step, take, takeSeveral };
}
