import { notificationPage } from '@rollcall/contracts';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CalendarDate, Moment } from '../../components/ui/moment';
import type { NotificationItemFragment } from '../../gql/graphql';
import classes from './notifications.module.css';

interface NotificationItemProps {
  readonly item: NotificationItemFragment;
  readonly onOpen: () => void;
}

/** One matter; it leads to where it is dealt with. */
export function NotificationItem({ item, onOpen }: NotificationItemProps) {
  const t = useTranslations('notifications');
  const { kind, approval, localDate, count, employee, device, createdAt } = item;
  const isUnread = item.readAt === null && item.settledAt === null;
  const who = employee?.name ?? device?.name ?? null;
  return (
    <li className={classes.item} data-unread={isUnread || undefined}>
      <Link
        href={notificationPage({ kind, localDate: localDate ?? null, employeeId: employee?.id ?? null })}
        onClick={onOpen}
      >
        <span className={classes.what}>
          {isUnread && <span className={classes.dot} role="img" aria-label={t('unread')} />}
          {approval ? t(`approval.${approval}`) : t(`what.${kind}`, { count: count ?? 0 })}
        </span>
        {who && (
          <span className={classes.who} dir="auto">
            {who}
          </span>
        )}
        <span className={classes.when}>
          {localDate ? <CalendarDate date={localDate} /> : <Moment at={createdAt} style="dateTime" />}
          {item.settledAt !== null && <span> · {t('settled')}</span>}
        </span>
      </Link>
    </li>
  );
}
