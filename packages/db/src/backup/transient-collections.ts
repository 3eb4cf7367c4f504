/**
 * Collections of the main database that no backup holds: tickets of people and programs that were let in at that moment. One that
 * was used or taken back after the backup must not be good again after a restore.
 */
export const TRANSIENT_COLLECTIONS: ReadonlySet<string> = new Set([
  'authSessions',
  'authVerifications',
  'passwordResets',
  'exportTickets',
  'uploads',
  'deviceNonces',
  // Who runs a migration or a restore at this moment.
  'locks',
]);
