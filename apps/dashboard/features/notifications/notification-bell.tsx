'use client';

import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBell } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { lazy, Suspense, useRef } from 'react';
import { useOpenedOnce } from '../../components/ui/use-opened-once';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications';

/** More would not be read as a number. */
const SHOWN_AT_MOST = 99;

const loadPopover = () => import('./notification-popover').then((module) => ({ default: module.NotificationPopover }));
const NotificationPopover = lazy(loadPopover);

/** How much waits, and the list of it. The list is loaded when somebody points at it. */
export function NotificationBell() {
  const t = useTranslations('notifications');
  const tAll = useTranslations();
  const format = useFormatter();
  const [isOpen, popover] = useDisclosure(false);
  const wasOpen = useOpenedOnce(isOpen);
  const ref = useRef<HTMLButtonElement>(null);
  const { unread, items, hasFailed, load, markRead } = useNotifications((problem) =>
    notifications.show({ color: 'red', title: tAll('notifications.notRead'), message: tAll(`error.${problem}`) }),
  );

  function toggle() {
    popover.toggle();
    if (!isOpen) void load();
  }

  const trigger = (
    <ActionIcon
      ref={ref}
      variant="subtle"
      color="gray"
      size="lg"
      onPointerEnter={() => void loadPopover()}
      onClick={toggle}
      aria-label={t('open', { count: unread })}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      className={classes.bell}
    >
      <IconBell size={20} stroke={1.8} aria-hidden="true" />
      {unread > 0 && (
        <span className={classes.badge} aria-hidden="true">
          {unread > SHOWN_AT_MOST ? `${format.number(SHOWN_AT_MOST)}+` : format.number(unread)}
        </span>
      )}
    </ActionIcon>
  );
  if (!wasOpen) return trigger;
  return (
    <Suspense fallback={trigger}>
      <NotificationPopover
        isOpen={isOpen}
        onChange={popover.set}
        trigger={trigger}
        triggerRef={ref}
        items={items}
        hasFailed={hasFailed}
        hasUnread={unread > 0}
        onOpen={(id) => {
          popover.close();
          markRead([id]);
        }}
        onAllRead={() => markRead()}
      />
    </Suspense>
  );
}
