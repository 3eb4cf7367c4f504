'use client';

import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { SessionLines } from './session-lines';
import { type Session, useSessions } from './use-sessions';

interface SessionsListProps {
  readonly user: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
}

export function SessionsList({ user, onClose }: SessionsListProps) {
  const t = useTranslations('access');
  const { sessions, problem, isEnding, end } = useSessions(user.id);
  const [isAsked, setAsked] = useState(false);
  const done = useRef<HTMLButtonElement>(null);

  async function endThese(chosen: readonly Session[]) {
    if (!(await end(chosen))) return;
    // The button that was pressed goes with its line.
    done.current?.focus();
    setAsked(false);
    notifications.show({ color: 'pine', message: t('sessionsEnded', { name: user.name, count: chosen.length }) });
  }

  if (sessions === null)
    return problem ? <ProblemNote problem={problem} /> : <Skeleton height={120} aria-busy="true" />;
  return (
    <Stack>
      {problem && <ProblemNote problem={problem} />}
      {sessions.length === 0 && <Text role="status">{t('sessionsNone', { name: user.name })}</Text>}
      <SessionLines sessions={sessions} isEnding={isEnding} onEnd={(session) => endThese([session])} />
      {isAsked && <Text>{t('sessionsEndAllText')}</Text>}
      <Group justify="flex-end">
        <Button ref={done} variant="default" onClick={isAsked ? () => setAsked(false) : onClose}>
          {t(isAsked ? 'sessionsKeep' : 'done')}
        </Button>
        {sessions.length > 0 && (
          <Button color="red.8" loading={isEnding} onClick={() => (isAsked ? endThese(sessions) : setAsked(true))}>
            {t(isAsked ? 'sessionsEndAllConfirm' : 'sessionsEndAll')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
