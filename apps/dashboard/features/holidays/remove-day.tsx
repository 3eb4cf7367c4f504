'use client';

import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import type { RecomputeInput } from '../../gql/graphql';
import type { ApiProblem, ApiResult } from '../../lib/graphql/api-problem';
import { useRuleChange } from '../rules/use-rule-change';

const ChangePreview = dynamic(() => import('../rules/change-preview').then((module) => module.ChangePreview), {
  ssr: false,
});

interface RemoveDayProps {
  readonly name: string;
  /** What happens to days that were judged. */
  readonly text: string;
  /** How to try the removal out; null: may not see whose days it would change. */
  readonly tried: RecomputeInput | null;
  readonly send: () => Promise<ApiResult<unknown>>;
}

/** Takes a holiday or a day off away: at once, or after a look at the days that would change. */
export function RemoveDay({ name, text, tried, send }: RemoveDayProps) {
  const t = useTranslations();
  const router = useRouter();
  const [isOpen, dialog] = useDisclosure(false);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const change = useRuleChange();
  const { preview } = change;

  function close() {
    dialog.close();
    change.forget();
    setProblem(null);
  }

  function finish() {
    notifications.show({ color: 'pine', message: t('holidays.removed', { name }) });
    close();
    router.refresh();
  }

  async function remove() {
    setBusy(true);
    const result = await send();
    setBusy(false);
    if (result.ok) finish();
    else setProblem(result.problem);
  }

  async function apply() {
    if ((await change.apply()) !== null) finish();
  }

  const shown = problem ?? change.problem;
  return (
    <>
      <ActionIcon variant="subtle" color="gray" aria-label={t('holidays.removeNamed', { name })} onClick={dialog.open}>
        <IconTrash size={17} aria-hidden="true" />
      </ActionIcon>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('holidays.removeTitle', { name })}
        size={preview === null ? 'md' : 'lg'}
      >
        {preview === null ? (
          <Stack>
            <Text>{text}</Text>
            {shown && <ProblemNote problem={shown} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={close} data-autofocus>
                {t('common.cancel')}
              </Button>
              {tried !== null && (
                <Button variant="light" loading={change.isTrying} onClick={() => change.tryOut(tried)}>
                  {t('rules.try')}
                </Button>
              )}
              <Button color="red.8" loading={isBusy} onClick={remove}>
                {t('holidays.remove')}
              </Button>
            </Group>
          </Stack>
        ) : (
          <ChangePreview
            change={change}
            preview={preview}
            onApply={apply}
            applyLabel={t('holidays.removeWithDays', { count: preview.resultChangeCount })}
          />
        )}
      </Dialog>
    </>
  );
}
