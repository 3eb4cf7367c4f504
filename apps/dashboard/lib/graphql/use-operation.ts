'use client';

import { useCallback } from 'react';
import { type AnyVariables, type TypedDocumentNode, useMutation } from 'urql';
import { type ApiResult, problemOfCombined } from './api-problem';

export interface Operation<Data, Variables> {
  readonly send: (variables: Variables) => Promise<ApiResult<Data>>;
  readonly isSending: boolean;
}

/** A mutation whose answer is data or a problem, like everything the server loads. */
export function useOperation<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Operation<Data, Variables> {
  const [{ fetching }, execute] = useMutation(document);
  const send = useCallback(
    async (variables: Variables): Promise<ApiResult<Data>> => {
      const { data, error } = await execute(variables);
      if (error) return { ok: false, problem: problemOfCombined(error) };
      return data ? { ok: true, data } : { ok: false, problem: 'INTERNAL_SERVER_ERROR' };
    },
    [execute],
  );
  return { send, isSending: fetching };
}
