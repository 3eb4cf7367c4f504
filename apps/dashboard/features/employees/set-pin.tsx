'use client';

import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../components/ui/dialog';
import { ProblemNote } from '../../components/ui/problem-note';
import { SetPinDocument } from '../../gql/graphql';
import type { ApiProblem } from '../../lib/graphql/api-problem';
import { useOperation } from '../../lib/graphql/use-operation';

interface SetPinProps {
  readonly employee: { readonly id: string; readonly name: string };
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives a person a PIN. It is shown while it is typed, to be told to the person, and never again. */
export function SetPin({ employee: { id, name }, isOpen, onClose }: SetPinProps) {
  const t = useTranslations('pin');
  const setPin = useOperation(SetPinDocument);
  const [pin, setText] = useState('');
  const [problem, setProblem] = useState<ApiProblem | null>(null);

  function close() {
    setText('');
    setProblem(null);
    onClose();
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const result = await setPin.send({ employeeId: id, pin });
    if (!result.ok) return setProblem(result.problem);
    notifications.show({ color: 'pine', message: t('saved', { name }) });
    close();
  }

  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('title', { name })}>
      <form onSubmit={save} noValidate>
        <Stack>
          <Text>{t('text')}</Text>
          <TextInput
            label={t('label')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={pin}
            error={problem === 'BAD_USER_INPUT' ? t('tooEasy') : null}
            onChange={(event) => setText(event.currentTarget.value)}
            data-autofocus
          />
          {problem && problem !== 'BAD_USER_INPUT' && <ProblemNote problem={problem} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={setPin.isSending}>
              {t('submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
