'use client';

import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Moment } from '../../components/ui/moment';
import { ProblemNote } from '../../components/ui/problem-note';
import classes from './access.module.css';
import { browserName } from './browser-name';
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
      <ul className={classes.sessions}>
        {sessions.map((session) => (
          <li key={session.id}>
            <SessionFacts session={session} />
            <Button variant="default" size="compact-sm" disabled={isEnding} onClick={() => endThese([session])}>
              {t('sessionEnd')}
            </Button>
          </li>
        ))}
      </ul>
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

function SessionFacts({ session: { userAgent, ipAddress, createdAt, updatedAt } }: { readonly session: Session }) {
  const t = useTranslations('access');
  const { browser, system } = browserName(userAgent ?? null);
  const time = () => <Moment at={updatedAt} style="dateTime" />;
  const since = () => <Moment at={createdAt} style="dateTime" />;
  return (
    <div className={classes.session}>
      <strong>{(browser ?? system) ? [browser, system].filter(Boolean).join(' · ') : t('sessionUnknown')}</strong>
      <span>{t.rich('sessionUsed', { time })}</span>
      <span>
        {t.rich('sessionSince', { time: since })}
        {ipAddress && (
          <>
            {' '}
            · <bdi>{ipAddress}</bdi>
          </>
        )}
      </span>
    </div>
  );
}
