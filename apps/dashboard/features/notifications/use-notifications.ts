import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import {
  MarkNotificationsReadDocument,
  type NotificationItemFragment,
  NotificationsDocument,
  UnreadNotificationsDocument,
} from '../../gql/graphql';

const EVERY_MS = 30_000;

/** What the viewer is told of. The number is asked for again and again, the list when it is opened. */
export function useNotifications() {
  const client = useClient();
  const [unread, setUnread] = useState(0);
  const [items, setItems] = useState<readonly NotificationItemFragment[] | null>(null);
  const [hasFailed, setFailed] = useState(false);

  const count = useCallback(async () => {
    if (document.visibilityState !== 'visible') return;
    const { data } = await client.query(UnreadNotificationsDocument, {}).toPromise();
    if (data) setUnread(data.unreadNotificationCount);
  }, [client]);

  useEffect(() => {
    void count();
    const timer = setInterval(() => void count(), EVERY_MS);
    document.addEventListener('visibilitychange', count);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', count);
    };
  }, [count]);

  const load = useCallback(async () => {
    const { data } = await client.query(NotificationsDocument, {}).toPromise();
    setFailed(data === undefined);
    if (data) setItems(data.notifications.nodes);
  }, [client]);

  /** Left out: all. */
  const markRead = useCallback(
    async (ids?: string[]) => {
      const { data } = await client
        .mutation(MarkNotificationsReadDocument, { input: { ids: ids ?? null } })
        .toPromise();
      if (!data) return;
      setUnread(data.markNotificationsRead.unreadCount);
      await load();
    },
    [client, load],
  );

  return { unread, items, hasFailed, load, markRead };
}
