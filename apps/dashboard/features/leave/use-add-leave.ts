'use client';

import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DecideLeaveDocument, RequestLeaveDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import type { LeaveValues } from './leave-values';

/** Asks for a leave and, if that is wished, approves it: two entries of the record, made in one go. */
export function useAddLeave() {
  const t = useTranslations('leave');
  const router = useRouter();
  const request = useOperation(RequestLeaveDocument);
  const decide = useOperation(DecideLeaveDocument);
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  async function add({ people, leaveTypeId, from, to, portion, reason, isApproved }: LeaveValues): Promise<boolean> {
    const [person] = people;
    if (!person) return false;
    const input = { employeeId: person.id, leaveTypeId, from, to: to || from, portion, reason: reason.trim() || null };
    const asked = await request.send({ input });
    if (!asked.ok) {
      setProblem(asked.problem);
      return false;
    }
    const { id, version } = asked.data.requestLeave;
    const decided = isApproved ? await decide.send({ input: { id, version, isApproved } }) : null;
    router.refresh();
    // The request is there even if the approval failed: asking again would make a second one.
    if (decided && !decided.ok) notifications.show({ color: 'red', message: t('notApproved', { name: person.name }) });
    else notifications.show({ color: 'pine', message: t('added', { name: person.name }) });
    return true;
  }

  return { add, isBusy: request.isSending || decide.isSending, problem, clear: () => setProblem(null) };
}
