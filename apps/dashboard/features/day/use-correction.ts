'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { DecideCorrectionDocument, RequestCorrectionDocument, type RequestCorrectionInput } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export interface CorrectionDesk {
  /** Asks for the correction and approves it at once; with the token of what was shown: exactly that, or nothing. True if the day was computed anew. */
  readonly correct: (input: RequestCorrectionInput, token?: string) => Promise<boolean>;
  /** Asks for the correction and leaves the decision to others. True if it was sent. */
  readonly ask: (input: RequestCorrectionInput) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly clear: () => void;
}

/** A day is put right: HR makes the request and the decision in one go, as two entries of the record; others ask. */
export function useCorrection(): CorrectionDesk {
  const router = useRouter();
  const request = useOperation(RequestCorrectionDocument);
  const decide = useOperation(DecideCorrectionDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const correct = useCallback(
    async (input: RequestCorrectionInput, token?: string) => {
      const asked = await request.send({ input });
      const result = asked.ok
        ? await decide.send({ input: { ...pick(asked.data.requestCorrection), isApproved: true }, token })
        : asked;
      // Otherwise a request that nobody meant to leave behind would wait in the inbox. The version keeps an approval whose answer was lost.
      if (asked.ok && !result.ok)
        await decide.send({ input: { ...pick(asked.data.requestCorrection), isApproved: false } });
      setProblem(result.ok ? null : result.problem);
      if (result.ok) router.refresh();
      return result.ok;
    },
    [decide, request, router],
  );
  const ask = useCallback(
    async (input: RequestCorrectionInput) => {
      const asked = await request.send({ input });
      setProblem(asked.ok ? null : asked.problem);
      return asked.ok;
    },
    [request],
  );
  return { correct, ask, isBusy: request.isSending || decide.isSending, problem, clear: () => setProblem(null) };
}

const pick = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
