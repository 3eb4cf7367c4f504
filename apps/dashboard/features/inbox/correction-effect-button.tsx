'use client';

import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { DecideCorrectionDocument, type PendingCorrectionFragment } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';
import { CorrectionEffect } from '../day/correction-effect';
import { useCorrectionEffect } from '../day/use-correction-effect';

/** Shows which days a request would change, and approves exactly that or nothing. */
export function CorrectionEffectButton({ request }: { readonly request: PendingCorrectionFragment }) {
  const t = useTranslations();
  const router = useRouter();
  const { id, version, employee } = request;
  const { effect, problem, isLooking, look, forget } = useCorrectionEffect();
  const decide = useOperation(DecideCorrectionDocument);
  const [refusal, setRefusal] = useState<ApiProblem | null>(null);
  const [isOpen, setOpen] = useState(false);
  const hasConflict = refusal === 'CONFLICT';

  function again() {
    setRefusal(null);
    look({ id });
  }

  function open() {
    setOpen(true);
    again();
  }

  function close() {
    setOpen(false);
    forget();
  }

  async function approve() {
    const result = await decide.send({ input: { id, version, isApproved: true }, token: effect?.token });
    if (!result.ok) return setRefusal(result.problem);
    notifications.show({ color: 'pine', message: t('inbox.decided') });
    close();
    router.refresh();
  }

  const shownProblem = refusal ?? problem;
  return (
    <>
      <Button size="xs" variant="subtle" aria-label={t('inbox.effectNamed', { name: employee.name })} onClick={open}>
        {t('inbox.effect')}
      </Button>
      <Dialog isOpen={isOpen} onClose={close} title={t('inbox.effectNamed', { name: employee.name })} size="lg">
        <Stack>
          {effect && <CorrectionEffect effect={effect} />}
          {shownProblem && (
            <ProblemNote problem={shownProblem} text={hasConflict ? t('rules.previewConflict') : undefined} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('common.cancel')}
            </Button>
            {hasConflict ? (
              <Button loading={isLooking} onClick={again}>
                {t('rules.previewAgain')}
              </Button>
            ) : (
              <Button loading={isLooking || decide.isSending} disabled={effect === null} onClick={approve}>
                {t('inbox.approve')}
              </Button>
            )}
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
