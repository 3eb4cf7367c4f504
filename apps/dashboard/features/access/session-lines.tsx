import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Moment } from '../../components/ui/moment';
import { Pill } from '../../components/ui/pill';
import classes from './access.module.css';
import { browserName } from './browser-name';
import type { Session } from './use-sessions';

interface SessionLinesProps {
  readonly sessions: readonly Session[];
  readonly isEnding: boolean;
  readonly onEnd: (session: Session) => void;
}

/** Where somebody is signed in, each with the way out; out of this browser the menu leads. */
export function SessionLines({ sessions, isEnding, onEnd }: SessionLinesProps) {
  const t = useTranslations('access');
  return (
    <ul className={classes.sessions}>
      {sessions.map((session) => (
        <li key={session.id}>
          <SessionFacts session={session} />
          {session.isCurrent ? (
            <Pill tone="good">{t('sessionCurrent')}</Pill>
          ) : (
            <Button variant="default" size="compact-sm" disabled={isEnding} onClick={() => onEnd(session)}>
              {t('sessionEnd')}
            </Button>
          )}
        </li>
      ))}
    </ul>
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
