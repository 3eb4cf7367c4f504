'use client';

import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { ProblemNote } from '../../components/ui/problem-note';
import { Surface } from '../../components/ui/surface';
import { SessionLines } from '../access/session-lines';
import { type Session, useSessions } from '../access/use-sessions';
import classes from './security.module.css';

/** Where one is signed in oneself: a browser that one does not know is signed out here. */
export function OwnSessionsSection({ userId }: { readonly userId: string }) {
  const t = useTranslations('security');
  const { sessions, problem, isEnding, end } = useSessions(userId);
  const list = useRef<HTMLDivElement>(null);
  const current = sessions?.filter(({ isCurrent }) => isCurrent) ?? [];
  const others = sessions?.filter(({ isCurrent }) => !isCurrent) ?? [];

  async function endThese(chosen: readonly Session[]) {
    if (!(await end(chosen))) return;
    // The button that was pressed goes with its line.
    list.current?.focus();
    notifications.show({ color: 'pine', message: t('sessionsEnded', { count: chosen.length }) });
  }

  return (
    <Surface title={t('sessionsTitle')} titleId="own-sessions">
      <p className={classes.text}>{t('sessionsText')}</p>
      {problem && <ProblemNote problem={problem} />}
      {sessions === null && !problem && <Skeleton height={80} aria-busy="true" />}
      {sessions !== null && (
        <Stack ref={list} tabIndex={-1} role="group" aria-labelledby="own-sessions">
          <SessionLines
            sessions={[...current, ...others]}
            isEnding={isEnding}
            onEnd={(session) => endThese([session])}
          />
          {others.length === 0 && <p className={classes.text}>{t('sessionsNoOthers')}</p>}
          {others.length > 0 && (
            <Group justify="flex-end">
              <Button color="red.8" loading={isEnding} onClick={() => endThese(others)}>
                {t('sessionsEndOthers')}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Surface>
  );
}
