import { startTransition, useCallback, useEffect, useOptimistic, useState } from 'react';
import { useClient } from 'urql';
import {
  MarkNotificationsReadDocument,
  type NotificationItemFragment,
  NotificationsDocument,
  UnreadNotificationsDocument,
} from '../../gql/graphql';
import { type ApiProblem, problemOfCombined } from '../../lib/graphql/api-problem';

const EVERY_MS = 30_000;

interface Told {
  readonly unread: number;
  /** Null: not loaded yet. */
  readonly items: readonly NotificationItemFragment[] | null;
}

/** What the viewer is told of. The number is asked for again and again, the list when it is opened. */
export function useNotifications(onRefused: (problem: ApiProblem) => void) {
  const client = useClient();
  const [unread, setUnread] = useState(0);
  const [items, setItems] = useState<readonly NotificationItemFragment[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [shown, read] = useOptimistic<Told, readonly string[] | null>({ unread, items }, withRead);

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

  /** Shown as read at once; unread again if the server did not take it. Left out: all. */
  function markRead(ids?: string[]) {
    startTransition(async () => {
      read(ids ?? null);
      const input = { ids: ids ?? null };
      const { data, error } = await client.mutation(MarkNotificationsReadDocument, { input }).toPromise();
      if (error) onRefused(problemOfCombined(error));
      const list = data && (await client.query(NotificationsDocument, {}).toPromise()).data;
      startTransition(() => {
        if (data) setUnread(data.markNotificationsRead.unreadCount);
        if (list) setItems(list.notifications.nodes);
      });
    });
  }

  return { ...shown, hasFailed, load, markRead };
}

const isUnread = ({ readAt, settledAt }: NotificationItemFragment) => readAt === null && settledAt === null;

/** What is shown while the server is told. Null: all of them are read. */
function withRead({ unread, items }: Told, ids: readonly string[] | null): Told {
  const isMeant = (item: NotificationItemFragment) => isUnread(item) && (ids === null || ids.includes(item.id));
  const readCount = items?.filter(isMeant).length ?? 0;
  const readAt = new Date().toISOString();
  return {
    unread: ids === null ? 0 : Math.max(0, unread - readCount),
    items: items?.map((item) => (isMeant(item) ? { ...item, readAt } : item)) ?? null,
  };
}
