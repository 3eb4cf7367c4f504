'use client';

import { useState } from 'react';
import {
  ApplyRuleChangeDocument,
  type RecomputeInput,
  TryRuleChangeDocument,
  type TryRuleChangeMutation,
} from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export type RuleChangePreview = TryRuleChangeMutation['previewRecompute'];

interface Tried {
  readonly input: RecomputeInput;
  readonly preview: RuleChangePreview;
}

export type RuleChange = ReturnType<typeof useRuleChange>;

/** Tries a change of the rules out, and stores exactly what was shown, or nothing. */
export function useRuleChange() {
  const trying = useOperation(TryRuleChangeDocument);
  const applying = useOperation(ApplyRuleChangeDocument);
  const [tried, setTried] = useState<Tried | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function tryOut(input: RecomputeInput): Promise<void> {
    const result = await trying.send({ input });
    setProblem(result.ok ? null : result.problem);
    setTried(result.ok ? { input, preview: result.data.previewRecompute } : null);
  }

  /** @returns how many days were written; null: see `problem`, nothing was stored */
  async function apply(): Promise<number | null> {
    if (tried === null) return null;
    const result = await applying.send({ input: tried.input, token: tried.preview.token });
    setProblem(result.ok ? null : result.problem);
    return result.ok ? result.data.applyRecompute.written : null;
  }

  function forget() {
    setTried(null);
    setProblem(null);
  }

  const again = () => (tried === null ? Promise.resolve() : tryOut(tried.input));
  const { isSending: isTrying } = trying;
  return {
    preview: tried?.preview ?? null,
    problem,
    isTrying,
    isApplying: applying.isSending,
    tryOut,
    again,
    apply,
    forget,
  };
}
