'use client';

import { Popover } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { useOpenedLater } from '../../components/ui/use-opened-later';
import { NotificationList, type NotificationListProps } from './notification-list';
import classes from './notifications.module.css';

interface NotificationPopoverProps extends NotificationListProps {
  readonly isOpen: boolean;
  readonly onChange: (isOpen: boolean) => void;
  readonly trigger: ReactNode;
  readonly triggerRef: RefObject<HTMLElement | null>;
}

/** What `NotificationBell` loads. */
export function NotificationPopover({ isOpen, onChange, trigger, triggerRef, ...list }: NotificationPopoverProps) {
  const t = useTranslations('notifications');
  return (
    <Popover
      opened={useOpenedLater(isOpen, triggerRef)}
      onChange={onChange}
      position="bottom-start"
      width={352}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal
    >
      <Popover.Target>{trigger}</Popover.Target>
      <Popover.Dropdown p={0} className={classes.dropdown} aria-label={t('title')}>
        <NotificationList {...list} />
      </Popover.Dropdown>
    </Popover>
  );
}
