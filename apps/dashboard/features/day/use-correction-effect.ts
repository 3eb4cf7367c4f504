'use client';

import { useCallback, useState } from 'react';
import {
  PreviewCorrectionDocument,
  type PreviewCorrectionMutation,
  type PreviewCorrectionMutationVariables,
} from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export type CorrectionEffect = PreviewCorrectionMutation['previewCorrection'];

/** What approving a correction would change. The approval takes the token along and does exactly that, or nothing. */
export function useCorrectionEffect() {
  const { send, isSending } = useOperation(PreviewCorrectionDocument);
  const [effect, setEffect] = useState<CorrectionEffect | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const look = useCallback(
    async (asked: PreviewCorrectionMutationVariables) => {
      const result = await send(asked);
      setProblem(result.ok ? null : result.problem);
      setEffect(result.ok ? result.data.previewCorrection : null);
    },
    [send],
  );
  const forget = useCallback(() => {
    setEffect(null);
    setProblem(null);
  }, []);
  return { effect, problem, isLooking: isSending, look, forget };
}
