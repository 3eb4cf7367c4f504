'use client';

import type { SavedViewList } from '@rollcall/contracts';
import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import {
  CreateSavedViewDocument,
  RemoveSavedViewDocument,
  type SavedViewRowFragment,
  SavedViewsDocument,
  UpdateSavedViewDocument,
} from '../../gql/graphql';
import type { ApiProblem, ApiResult } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export interface SavedViews {
  /** By name; none until they are there. */
  readonly views: readonly SavedViewRowFragment[];
  readonly problem: ApiProblem | null;
  readonly isBusy: boolean;
  /** Each of these loads the views again. @returns whether it worked; if not, see `problem` */
  readonly create: (name: string, filters: string) => Promise<boolean>;
  readonly rename: (view: SavedViewRowFragment, name: string) => Promise<boolean>;
  readonly remove: (view: SavedViewRowFragment) => Promise<boolean>;
  readonly clear: () => void;
}

/** The views that the viewer keeps of a list. Asked once for each visit of the page, not with each filter. */
export function useSavedViews(list: SavedViewList): SavedViews {
  const [{ data }, load] = useQuery({ query: SavedViewsDocument, variables: { list } });
  const creating = useOperation(CreateSavedViewDocument);
  const renaming = useOperation(UpdateSavedViewDocument);
  const removing = useOperation(RemoveSavedViewDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const settle = useCallback(
    async (sent: Promise<ApiResult<unknown>>) => {
      const result = await sent;
      setProblem(result.ok ? null : result.problem);
      // Also after a problem: another window may have changed them.
      load();
      return result.ok;
    },
    [load],
  );
  return {
    views: data?.savedViews ?? [],
    problem,
    isBusy: creating.isSending || renaming.isSending || removing.isSending,
    create: (name, filters) => settle(creating.send({ input: { list, name, filters } })),
    rename: ({ id, version }, name) => settle(renaming.send({ input: { id, version, name } })),
    remove: ({ id, version }) => settle(removing.send({ id, version })),
    clear: () => setProblem(null),
  };
}
