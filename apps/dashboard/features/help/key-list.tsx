'use client';

import { useTranslations } from 'next-intl';
import { Key } from '../../components/ui/key';
import classes from './help.module.css';

const KEYS = [
  { keys: ['mod', 'K'], does: 'palette' },
  { keys: ['F1'], does: 'keys' },
  { keys: ['Tab'], does: 'next' },
  { keys: ['↑', '↓'], does: 'choose' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['Esc'], does: 'close' },
] as const;

/** What can be done with the keyboard. */
export function KeyList() {
  const t = useTranslations('keys');
  return (
    <dl className={classes.keyList}>
      {KEYS.map(({ keys, does }) => (
        <div key={does} className={classes.keyRow}>
          <dt className={classes.keyNames}>
            {keys.map((name) => (
              <Key key={name} name={name} />
            ))}
          </dt>
          <dd>{t(`does.${does}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
