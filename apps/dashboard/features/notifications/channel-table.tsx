import { Checkbox } from '@mantine/core';
import {
  NOTIFICATION_CHANNELS,
  NOTIFICATION_KINDS,
  NOTIFICATION_KINDS_OF_ROLE,
  type NotificationChannel,
  ROLES,
} from '@rollcall/contracts';
import { useTranslations } from 'next-intl';
import classes from './notifications.module.css';
import { ruleKey } from './settings-values';

interface ChannelTableProps {
  readonly channels: Readonly<Record<string, NotificationChannel[]>>;
  readonly onChange: (key: string, chosen: NotificationChannel[]) => void;
}

/** Roles that can be told of anything. */
const TOLD = ROLES.filter((role) => NOTIFICATION_KINDS_OF_ROLE[role].length > 0);

/** Kinds by roles; in each cell how they are told. */
export function ChannelTable({ channels, onChange }: ChannelTableProps) {
  const t = useTranslations();
  return (
    <div className={classes.scroller}>
      <table className={classes.grid} aria-label={t('notifications.settingsTitle')}>
        <thead>
          <tr>
            <th scope="col">{t('notifications.columnKind')}</th>
            {TOLD.map((role) => (
              <th key={role} scope="col">
                {t(`role.${role}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {NOTIFICATION_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`notifications.kind.${kind}`)}</th>
              {TOLD.map((role) => {
                const key = ruleKey(role, kind);
                const chosen = channels[key] ?? [];
                if (!NOTIFICATION_KINDS_OF_ROLE[role].includes(kind))
                  return (
                    <td key={role} className={classes.notForRole}>
                      <abbr title={t('notifications.notForRole')}>–</abbr>
                    </td>
                  );
                return (
                  <td key={role}>
                    <div className={classes.channels}>
                      {NOTIFICATION_CHANNELS.map((channel) => (
                        <Checkbox
                          key={channel}
                          size="sm"
                          label={t(`notifications.channel.${channel}`)}
                          aria-label={t('notifications.channelOf', {
                            channel: t(`notifications.channel.${channel}`),
                            kind: t(`notifications.kind.${kind}`),
                            role: t(`role.${role}`),
                          })}
                          checked={chosen.includes(channel)}
                          onChange={(event) => onChange(key, withChannel(chosen, channel, event.currentTarget.checked))}
                        />
                      ))}
                    </div>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const withChannel = (chosen: readonly NotificationChannel[], channel: NotificationChannel, isWanted: boolean) =>
  isWanted ? [...chosen, channel] : chosen.filter((one) => one !== channel);
