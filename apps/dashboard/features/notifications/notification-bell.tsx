'use client';

import { ActionIcon, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { NotificationList } from './notification-list';
import classes from './notifications.module.css';
import { useNotifications } from './use-notifications';

/** More would not be read as a number. */
const SHOWN_AT_MOST = 99;

/** How much waits, and the list of it. */
export function NotificationBell() {
  const t = useTranslations('notifications');
  const format = useFormatter();
  const [isOpen, popover] = useDisclosure(false);
  const { unread, items, hasFailed, load, markRead } = useNotifications();

  function toggle() {
    popover.toggle();
    if (!isOpen) void load();
  }

  return (
    <Popover
      opened={isOpen}
      onChange={popover.set}
      position="bottom-start"
      width={352}
      shadow="md"
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          onClick={toggle}
          aria-label={t('open', { count: unread })}
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
      </Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-label={t('title')}>
        <NotificationList
          items={items}
          hasFailed={hasFailed}
          hasUnread={unread > 0}
          onOpen={(id) => {
            popover.close();
            void markRead([id]);
          }}
          onAllRead={() => void markRead()}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
