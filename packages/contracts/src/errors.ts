/**
 * The registry of error codes. An error means "the request cannot be done" (domain) or "we broke" (fault).
 * An answer of "no" (face does not match, no face found …) is an outcome, never an error: see `outcomes.ts`.
 */
export type ErrorKind = 'domain' | 'fault';

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** HTTP status used outside GraphQL and, for 429 and 503, inside it too. */
  readonly httpStatus: number;
  /** True if sending the same request again later can succeed. */
  readonly isRetryable: boolean;
  /** One plain sentence for the caller; never contains data. */
  readonly message: string;
}

const domain = (httpStatus: number, message: string, isRetryable = false): ErrorDefinition => ({
  kind: 'domain',
  httpStatus,
  isRetryable,
  message,
});

export const ERRORS = {
  UNAUTHENTICATED: domain(401, 'Sign in or send a valid key to do this.'),
  FORBIDDEN: domain(403, 'You are not allowed to do this.'),
  SECOND_FACTOR_REQUIRED: domain(
    403,
    'Your role needs a second factor. Set up an authenticator app or a passkey, or sign in with it, and go on.',
  ),
  NOT_FOUND: domain(404, 'There is nothing here under that name or id.'),
  BAD_USER_INPUT: domain(400, 'The request has a value that cannot be used.'),
  CONFLICT: domain(409, 'This changed in the meantime, or it exists already.'),
  IMAGE_TOO_LARGE: domain(413, 'The image is too large: at most 8 MB and 24 megapixels.'),
  IMAGE_UNDECODABLE: domain(400, 'The image cannot be read. Send a complete JPEG, PNG or WebP file.'),
  CONSENT_MISSING: domain(409, 'This person has not agreed to face recognition, so no face can be used.'),
  TEMPLATE_MODEL_MISMATCH: domain(409, 'The stored face was made by another model. Register this face again.'),
  DAY_CLOSED: domain(409, 'This period is finalised. Reopen it first.'),
  IN_USE: domain(409, 'This is still in use. Take it away from where it is used first.'),
  LAST_OWNER: domain(409, 'This is the last owner. Make somebody else an owner first.'),
  SHIFT_OVERLAP: domain(409, 'The shifts overlap in time.'),
  IDEMPOTENCY_CONFLICT: domain(409, 'This idempotency key was used before with other content.'),
  RATE_LIMITED: domain(429, 'Too many requests. Wait a moment and try again.', true),
  ENGINE_BUSY: domain(503, 'The face engine is busy. Try again in a moment.', true),
  ENGINE_TIMEOUT: domain(503, 'The image took too long to process. Try again or send a smaller one.', true),
  TIMEOUT: domain(
    503,
    'This took too long and was broken off. Try again with less; after a change, look first whether it was made.',
    true,
  ),
  SINGLE_SIGN_ON_UNAVAILABLE: domain(
    503,
    'The sign-in of your organisation cannot be reached. Try again, or use your password.',
    true,
  ),
  PAYLOAD_TOO_LARGE: domain(413, 'The request is too large.'),
  DOCUMENT_UNKNOWN: domain(
    400,
    'Signed-in browsers send the documents of the dashboard only. Use an API key or the explorer.',
  ),
  QUERY_TOO_COMPLEX: domain(400, 'The query asks for too much at once.'),
  RESYNC_REQUIRED: domain(409, 'The position to resume from is too old. Load the list again.'),
  MODEL_INTEGRITY: {
    kind: 'fault',
    httpStatus: 500,
    isRetryable: false,
    message: 'A face model is missing, damaged or gave an impossible result.',
  },
  INTERNAL_SERVER_ERROR: {
    kind: 'fault',
    httpStatus: 500,
    isRetryable: true,
    message: 'Something went wrong on our side.',
  },
} as const satisfies Record<string, ErrorDefinition>;

export type ErrorCode = keyof typeof ERRORS;

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[];

export interface DomainErrorOptions {
  /** For the log only: never sent to a caller. */
  readonly internal?: string;
  /** Sent to the caller under `extensions.details`; names of fields and limits, never personal data. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** The one error class that crosses layers. Its message is the registry's sentence. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly internal: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;

  constructor(code: ErrorCode, options: DomainErrorOptions = {}) {
    super(ERRORS[code].message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.internal = options.internal;
    this.details = options.details;
  }
}
