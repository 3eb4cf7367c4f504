'use client';

/** A file of its own, so that nothing else of the package comes with it. */
export { Notifications } from '@mantine/notifications';
