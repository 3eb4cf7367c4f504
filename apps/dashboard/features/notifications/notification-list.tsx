import { Button } from '@mantine/core';
import { IconBellOff } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '../../components/ui/empty-state';
import type { NotificationItemFragment } from '../../gql/graphql';
import { NotificationItem } from './notification-item';
import classes from './notifications.module.css';
import { NotificationsSkeleton } from './notifications-skeleton';

export interface NotificationListProps {
  /** Null: not there yet. */
  readonly items: readonly NotificationItemFragment[] | null;
  readonly hasFailed: boolean;
  readonly hasUnread: boolean;
  readonly onOpen: (id: string) => void;
  readonly onAllRead: () => void;
}

export function NotificationList({ items, hasFailed, hasUnread, onOpen, onAllRead }: NotificationListProps) {
  const t = useTranslations('notifications');
  return (
    <>
      <div className={classes.head}>
        <h2>{t('title')}</h2>
        <Button variant="subtle" size="compact-sm" onClick={onAllRead} disabled={!hasUnread}>
          {t('allRead')}
        </Button>
      </div>
      {hasFailed && (
        <p className={classes.failed} role="alert">
          {t('failed')}
        </p>
      )}
      {items === null && !hasFailed && <NotificationsSkeleton />}
      {items?.length === 0 && <EmptyState icon={<IconBellOff size={22} />} title={t('empty')} text={t('emptyText')} />}
      {items !== null && items.length > 0 && (
        <ul className={classes.list}>
          {items.map((item) => (
            <NotificationItem key={item.id} item={item} onOpen={() => onOpen(item.id)} />
          ))}
        </ul>
      )}
    </>
  );
}
