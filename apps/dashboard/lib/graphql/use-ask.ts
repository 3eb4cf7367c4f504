'use client';

import { useCallback } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';
import { type ApiResult, problemOfCombined } from './api-problem';

/** A query that is sent when it is wanted, as often as it is. */
export function useAsk<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const client = useClient();
  return useCallback(
    async (variables: Variables): Promise<ApiResult<Data>> => {
      const { data, error } = await client.query(document, variables).toPromise();
      if (error) return { ok: false, problem: problemOfCombined(error) };
      return data ? { ok: true, data } : { ok: false, problem: 'INTERNAL_SERVER_ERROR' };
    },
    [client, document],
  );
}
