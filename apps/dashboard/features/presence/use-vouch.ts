'use client';

import { notifications } from '@mantine/notifications';
import type { AttendanceKind } from '@rollcall/contracts';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { RecordSupervisorMarkDocument, type RecordSupervisorMarkMutation } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { newIdempotencyKey } from '../marking/idempotency-key';

type Outcome = RecordSupervisorMarkMutation['recordSupervisorMark']['outcome'];

/** Why there is no mark: no answer, or the answer no. */
export type VouchRefusal =
  | { readonly kind: 'problem'; readonly problem: ApiProblem }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

/** Marks for somebody, once each: sent again after no answer, the same mark has the same key. */
export function useVouch() {
  const t = useTranslations('vouch');
  const router = useRouter();
  const mark = useOperation(RecordSupervisorMarkDocument);
  const key = useRef<string | null>(null);
  const [refusal, setRefusal] = useState<VouchRefusal | null>(null);

  function renew(): void {
    key.current = null;
    setRefusal(null);
  }

  /** @returns whether it was marked */
  async function send(
    person: { readonly id: string; readonly name: string },
    what: { readonly kind: AttendanceKind; readonly reason: string },
  ): Promise<boolean> {
    key.current ??= newIdempotencyKey();
    const result = await mark.send({ input: { employeeId: person.id, idempotencyKey: key.current, ...what } });
    if (!result.ok) {
      setRefusal({ kind: 'problem', problem: result.problem });
      return false;
    }
    renew();
    const { outcome } = result.data.recordSupervisorMark;
    router.refresh();
    if (outcome !== 'RECORDED') setRefusal({ kind: 'outcome', outcome });
    else notifications.show({ color: 'pine', message: t('done', { name: person.name }) });
    return outcome === 'RECORDED';
  }

  return { send, renew, refusal, isSending: mark.isSending };
}
