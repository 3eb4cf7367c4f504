'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { startTransition, useOptimistic } from 'react';
import type { ApiProblem, ApiResult } from '../../lib/graphql/api-problem';

export interface Decision<Row> {
  /** The row that is decided. */
  readonly id: string;
  /** What stands in its place until the answer is there; left out: nothing. */
  readonly meanwhile?: Row;
  /** Whose it is: said if the row comes back. */
  readonly name: string;
  readonly send: () => Promise<ApiResult<unknown>>;
}

interface Decisions<Row> {
  /** As if all that was decided had been taken. */
  readonly open: readonly Row[];
  /** One after the other; one that is refused holds up no other. */
  readonly decide: (decisions: readonly Decision<Row>[], doneText: (count: number) => string) => void;
}

/** Rows that leave as soon as they are decided, and come back with the reason if the server refuses. */
export function useDecisions<Row extends { readonly id: string }>(rows: readonly Row[]): Decisions<Row> {
  const t = useTranslations();
  const router = useRouter();
  const [open, show] = useOptimistic(rows, withDecided<Row>);

  function refuse(name: string, problem: ApiProblem) {
    const message = problem === 'CONFLICT' ? t('inbox.conflict') : t(`error.${problem}`);
    notifications.show({ color: 'red', title: t('inbox.notDecided', { name }), message, autoClose: 10_000 });
  }

  function decide(decisions: readonly Decision<Row>[], doneText: (count: number) => string) {
    startTransition(async () => {
      show(decisions);
      let doneCount = 0;
      let isAnswered = false;
      for (const { name, send } of decisions) {
        const result = await send();
        if (result.ok || result.problem !== 'UNREACHABLE') isAnswered = true;
        if (result.ok) doneCount += 1;
        else refuse(name, result.problem);
      }
      if (doneCount > 0) notifications.show({ color: 'pine', message: doneText(doneCount) });
      // In a transition too: the rows stay as shown until the new list is there. Without a server there is none.
      if (isAnswered) startTransition(() => router.refresh());
    });
  }
  return { open, decide };
}

function withDecided<Row extends { readonly id: string }>(
  rows: readonly Row[],
  decisions: readonly Decision<Row>[],
): readonly Row[] {
  return rows.flatMap((row) => {
    const decision = decisions.find(({ id }) => id === row.id);
    return decision ? (decision.meanwhile ?? []) : row;
  });
}
