'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { ApiKeyRowFragment } from '../../gql/graphql';
import classes from './settings.module.css';

interface OldKeyProps {
  readonly apiKey: ApiKeyRowFragment;
  /** When the list was loaded, ISO 8601. */
  readonly now: string;
}

const STYLE = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** While the key before the last rotation works: until when, and whether somebody still uses it. */
export function OldKey({ apiKey, now }: OldKeyProps) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const { previousWorksUntil, previousLastUsedAt, revokedAt } = apiKey;
  if (revokedAt || !previousWorksUntil || Date.parse(previousWorksUntil) <= Date.parse(now)) return null;
  const at = (instant: string) => format.dateTime(new Date(instant), STYLE);
  return (
    <p className={classes.small} suppressHydrationWarning>
      {t('keyOldUntil', { when: at(previousWorksUntil) })}
      {previousLastUsedAt && <br />}
      {previousLastUsedAt && t('keyOldUsed', { when: at(previousLastUsedAt) })}
    </p>
  );
}
