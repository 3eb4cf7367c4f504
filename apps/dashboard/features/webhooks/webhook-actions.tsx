'use client';

import { Button, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '../../components/ui/confirm-dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { RemoveButton } from '../../components/ui/remove-button';
import {
  RemoveWebhookDocument,
  SwitchWebhookDocument,
  TestWebhookDocument,
  type WebhookRowFragment,
} from '../../gql/graphql';
import { useOperation } from '../../lib/graphql/use-operation';
import { useOptimisticFlag } from '../../lib/graphql/use-optimistic-flag';
import { useSave } from '../../lib/graphql/use-save';
import { useNewSecret } from './use-new-secret';

/** What can be done with one receiver. */
export function WebhookActions({
  webhook: { id, name, version, isEnabled: isStored },
}: {
  readonly webhook: WebhookRowFragment;
}) {
  const t = useTranslations('webhooks');
  const test = useSave(TestWebhookDocument);
  const turn = useSave(SwitchWebhookDocument);
  const { isOn: isEnabled, turn: show } = useOptimisticFlag(isStored);
  const remove = useOperation(RemoveWebhookDocument);
  const secret = useNewSecret(id);
  const [isAsking, setAsking] = useState(false);
  const problem = test.problem ?? turn.problem;

  async function renew() {
    if (await secret.renew()) setAsking(false);
  }

  return (
    <>
      {problem && <ProblemNote problem={problem} />}
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant="default"
          disabled={!isEnabled}
          loading={test.isSaving}
          onClick={() => test.save({ id }, t('testSent'))}
        >
          {t('test')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() =>
            show(() => turn.save({ id, version, isEnabled: !isEnabled }, t(isEnabled ? 'turnedOff' : 'turnedOn')))
          }
        >
          {t(isEnabled ? 'turnOff' : 'turnOn')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
          {t('rotate')}
        </Button>
        <RemoveButton
          label={t('removeNamed', { name })}
          title={t('removeTitle', { name })}
          text={t('removeText')}
          confirmLabel={t('remove')}
          done={t('removed', { name })}
          send={() => remove.send({ id })}
        />
      </Group>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('rotateTitle', { name })}
        text={t('rotateText')}
        confirmLabel={t('rotate')}
        isBusy={secret.isBusy}
        problem={secret.problem}
        onConfirm={renew}
      />
      {secret.dialog}
    </>
  );
}
