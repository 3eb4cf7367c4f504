'use client';

import { type ReactNode, useState } from 'react';
import { RotateWebhookSecretDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { SecretDialog } from './secret-dialog';

export interface NewSecret {
  /** @returns whether there is a new one; if not, see `problem` */
  readonly renew: () => Promise<boolean>;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  /** Shows the new key once; put it on the page. */
  readonly dialog: ReactNode;
}

/** A new key for the signatures of a webhook. */
export function useNewSecret(id: string): NewSecret {
  const { send, isSending } = useOperation(RotateWebhookSecretDocument);
  const [value, setValue] = useState<string | null>(null);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function renew(): Promise<boolean> {
    const result = await send({ id });
    setProblem(result.ok ? null : result.problem);
    if (result.ok) setValue(result.data.rotateWebhookSecret.signingKey);
    return result.ok;
  }

  return { renew, isBusy: isSending, problem, dialog: <SecretDialog value={value} onDone={() => setValue(null)} /> };
}
