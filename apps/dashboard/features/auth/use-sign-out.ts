'use client';

import { notifications } from '@mantine/notifications';
import { useTranslations } from 'next-intl';
import { signOut } from './auth-requests';

/** Ends the session and leaves; says so if that did not work. */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations('nav');
  return async () => {
    // A full load drops every page the router kept.
    if (await signOut()) window.location.assign('/');
    else notifications.show({ color: 'red', message: t('signOutFailed') });
  };
}
