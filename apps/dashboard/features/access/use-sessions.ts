'use client';

import { useCallback, useState } from 'react';
import { useQuery } from 'urql';
import { EndUserSessionDocument, UserSessionsDocument, type UserSessionsQuery } from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

export type Session = UserSessionsQuery['userSessions'][number];

interface Sessions {
  /** Null: on their way, or see `problem`. */
  readonly sessions: readonly Session[] | null;
  readonly problem: ApiProblem | null;
  readonly isEnding: boolean;
  /** One that ended by itself meanwhile counts as ended. @returns whether all of them are over */
  readonly end: (sessions: readonly Session[]) => Promise<boolean>;
}

/** Where somebody is signed in, asked when it is wanted. */
export function useSessions(userId: string): Sessions {
  const [{ data, error }, ask] = useQuery({ query: UserSessionsDocument, variables: { userId } });
  const { send } = useOperation(EndUserSessionDocument);
  const [isEnding, setEnding] = useState(false);
  const [failure, setFailure] = useState<ApiProblem | null>(null);
  const end = useCallback(
    async (sessions: readonly Session[]) => {
      setEnding(true);
      let problem: ApiProblem | null = null;
      for (const { id } of sessions) {
        const result = await send({ id });
        if (!result.ok && result.problem !== 'NOT_FOUND') problem = result.problem;
      }
      setFailure(problem);
      setEnding(false);
      ask();
      return problem === null;
    },
    [ask, send],
  );
  return {
    sessions: data?.userSessions ?? null,
    problem: failure ?? (error ? problemOfCombined(error) : null),
    isEnding,
    end,
  };
}
