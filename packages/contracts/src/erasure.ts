/** What goes when a person is erased. */
export const ERASED_KINDS = [
  'FACE_TEMPLATES',
  'FACE_PHOTOS',
  'CAPTURE_ATTEMPTS',
  'REASONS_AND_NOTES',
  'PIN',
  'ACCOUNTS',
  'INVITATIONS',
  'NOTIFICATIONS',
  'OTHER',
] as const;
export type ErasedKind = (typeof ERASED_KINDS)[number];
