'use client';

import { Skeleton } from '@mantine/core';
import dynamic from 'next/dynamic';

const Waiting = () => <Skeleton height={320} maw="34rem" radius="md" aria-busy="true" />;

// Forms of the settings that need much: the code of each comes with its own tab only. They are drawn in the browser alone.

export const OrganisationForm = dynamic(() => import('./organisation-form').then((module) => module.OrganisationForm), {
  ssr: false,
  loading: Waiting,
});
export const PayCodesForm = dynamic(() => import('./pay-codes-form').then((module) => module.PayCodesForm), {
  ssr: false,
  loading: Waiting,
});
export const NotificationForm = dynamic(
  () => import('../notifications/notification-form').then((module) => module.NotificationForm),
  { ssr: false, loading: Waiting },
);
