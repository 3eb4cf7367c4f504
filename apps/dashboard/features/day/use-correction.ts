'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { DecideCorrectionDocument, RequestCorrectionDocument, type RequestCorrectionInput } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export interface CorrectionDesk {
  /** Asks for the correction and approves it at once; with the token of what was shown: exactly that, or nothing. True if the day was computed anew. */
  readonly correct: (input: RequestCorrectionInput, token?: string) => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly clear: () => void;
}

/** HR puts a day right: the request and the decision are two entries of the record, made in one go. */
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
  return { correct, isBusy: request.isSending || decide.isSending, problem, clear: () => setProblem(null) };
}

const pick = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version });
