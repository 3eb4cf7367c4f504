'use client';

import type { TimelineKind } from '@rollcall/contracts';
import { useState } from 'react';
import { useClient } from 'urql';
import { EmployeeTimelineDocument, type EmployeeTimelineQuery, type TimelineLineFragment } from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';

interface Timeline {
  readonly entries: readonly TimelineLineFragment[];
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly problem: ApiProblem | null;
  readonly loadMore: () => Promise<void>;
}

interface Asked {
  readonly employeeId: string;
  readonly kind: TimelineKind | null;
  readonly pageSize: number;
}

/** The first page, and those that were asked for since. */
export function useTimeline(first: EmployeeTimelineQuery['employeeTimeline'], asked: Asked): Timeline {
  const { employeeId, kind, pageSize } = asked;
  const client = useClient();
  const [later, setLater] = useState<readonly EmployeeTimelineQuery['employeeTimeline'][]>([]);
  const [isLoading, setIsLoading] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const { hasNextPage, endCursor } = (later.at(-1) ?? first).pageInfo;

  async function loadMore(): Promise<void> {
    setIsLoading(true);
    setProblem(null);
    const variables = { employeeId, kinds: kind === null ? null : [kind], first: pageSize, after: endCursor ?? null };
    const { data, error } = await client.query(EmployeeTimelineDocument, variables).toPromise();
    setIsLoading(false);
    if (data) setLater((pages) => [...pages, data.employeeTimeline]);
    else setProblem(error ? problemOfCombined(error) : 'INTERNAL_SERVER_ERROR');
  }

  const entries = [first, ...later].flatMap(({ nodes }) => nodes);
  return { entries, hasMore: hasNextPage, isLoading, problem, loadMore };
}
