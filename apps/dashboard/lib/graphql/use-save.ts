'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import type { AnyVariables, TypedDocumentNode } from 'urql';
import type { ApiProblem } from './api-problem';
import { useOperation } from './use-operation';

export interface Save<Data, Variables> {
  /** Sends it; says `message` and loads the page's data again if it worked. @returns the answer; null: see `problem` */
  readonly save: (variables: Variables, message: string) => Promise<Data | null>;
  readonly isSaving: boolean;
  readonly problem: ApiProblem | null;
  readonly clear: () => void;
}

/** A change that a form sends: the form shows the problem, the page shows the result. */
export function useSave<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
): Save<Data, Variables> {
  const router = useRouter();
  const { send, isSending } = useOperation(document);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const save = useCallback(
    async (variables: Variables, message: string) => {
      const result = await send(variables);
      setProblem(result.ok ? null : result.problem);
      if (!result.ok) return null;
      notifications.show({ color: 'pine', message });
      router.refresh();
      return result.data;
    },
    [router, send],
  );
  const clear = useCallback(() => setProblem(null), []);
  return { save, isSaving: isSending, problem, clear };
}
