/** How often somebody may ask for some operations. */
export interface OperationLimit {
  /** Its name in the headers `RateLimit` and `RateLimit-Policy`. */
  readonly name: string;
  readonly perMinute: number;
  /** Who is counted: the address, or the person, key or device; of these `KEYS` alone or `PEOPLE` (and devices) alone. */
  readonly by: 'ADDRESS' | 'ACTOR' | 'KEYS' | 'PEOPLE';
  /** Names of queries and mutations; each field of a request counts, so aliases gain nothing. */
  readonly operations: readonly string[];
}

/** Those that run the face engine. */
export const FACE_OPERATIONS = new Set([
  'registerFace',
  'verifyFace',
  'identifyFace',
  'compareFaces',
  'recordAttendance',
]);

/** What one key may do in a minute; far above honest use, it stops a client that runs wild. */
export const KEY_LIMITS = { requests: 12_000, faceOperations: 9_000 } as const;

/**
 * Every limit of an operation (docs/adr/0151). Judgements, not measurements: far above what a person does, far below what hurts.
 *
 * @param keyFaces operations with a face of one key in a minute
 */
export const operationLimits = (keyFaces: number = KEY_LIMITS.faceOperations): readonly OperationLimit[] => [
  { name: 'faces', perMinute: keyFaces, by: 'KEYS', operations: [...FACE_OPERATIONS] },
  // A kiosk is many people behind one session or device; four a second is more than a door lets through.
  { name: 'people-faces', perMinute: 240, by: 'PEOPLE', operations: [...FACE_OPERATIONS] },
  // Links that were mailed, codes on a screen: asked for by nobody in particular. An office may share one address.
  {
    name: 'door',
    perMinute: 30,
    by: 'ADDRESS',
    operations: ['invitation', 'acceptInvitation', 'requestPasswordReset', 'resetPassword', 'pairDevice'],
  },
  {
    name: 'letters',
    perMinute: 30,
    by: 'ACTOR',
    operations: ['inviteUser', 'createReportSchedule', 'updateReportSchedule'],
  },
  {
    name: 'files',
    perMinute: 60,
    by: 'ACTOR',
    operations: ['requestExport', 'requestRetroExport', 'requestAuditExport'],
  },
  { name: 'imports', perMinute: 60, by: 'ACTOR', operations: ['createUpload', 'importAttendance', 'importEmployees'] },
  // Each reaches into the network.
  { name: 'webhook-calls', perMinute: 30, by: 'ACTOR', operations: ['testWebhook', 'replayDelivery'] },
  // Each reads and judges thousands of days, or the whole log.
  {
    name: 'heavy',
    perMinute: 30,
    by: 'ACTOR',
    operations: ['previewRecompute', 'applyRecompute', 'auditVerification'],
  },
];

/**
 * Beginnings of a sign-in by passkey or single sign-on, and passwords and codes, from one address; an office may share one.
 * Guessing at one account is slowed down much sooner (auth/sign-in-throttle.ts); this is for guessing at many.
 */
export const SIGN_IN_REQUESTS_PER_ADDRESS_AND_MINUTE = { challenges: 60, passwords: 240 } as const;
