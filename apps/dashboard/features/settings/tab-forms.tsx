'use client';

import dynamic from 'next/dynamic';

/** Forms of the settings that need much: the code of each comes with its own tab only. */
export const OrganisationForm = dynamic(() => import('./organisation-form').then((module) => module.OrganisationForm));
export const PayCodesForm = dynamic(() => import('./pay-codes-form').then((module) => module.PayCodesForm));
export const NotificationForm = dynamic(() =>
  import('../notifications/notification-form').then((module) => module.NotificationForm),
);
