import { ERRORS, type ErrorCode } from '@rollcall/contracts';

/** What the API answers, and what never became an answer: NETWORK (no or a broken connection), UNREADABLE (not from Rollcall). */
export type ClientErrorCode = ErrorCode | 'NETWORK' | 'UNREADABLE';

export interface RollcallErrorOptions {
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>> | undefined;
  /** Seconds to wait, where the API says so. */
  readonly retryAfterSeconds?: number | undefined;
  /** `x-request-id` of the answer: tell it to whoever runs the server. */
  readonly requestId?: string | undefined;
  /** Of a fault: the id under which the server has logged it. */
  readonly errorId?: string | undefined;
  readonly httpStatus?: number | undefined;
  readonly cause?: unknown;
}

/** The request could not be done. An answer of "no" (the face does not match) is never an error: see `outcome`. */
export class RollcallError extends Error {
  override readonly name = 'RollcallError';
  readonly code: ClientErrorCode;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly requestId: string | undefined;
  readonly errorId: string | undefined;
  readonly httpStatus: number | undefined;

  constructor(code: ClientErrorCode, options: RollcallErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.requestId = options.requestId;
    this.errorId = options.errorId;
    this.httpStatus = options.httpStatus;
  }

  /** Whether the same request can succeed later; from the registry of codes. */
  get isRetryable(): boolean {
    if (this.code === 'NETWORK') return true;
    return this.code !== 'UNREADABLE' && ERRORS[this.code].isRetryable;
  }

  /** Whether the API refused before it did anything, so that repeating can do nothing twice. */
  get isRefusedUndone(): boolean {
    return this.code === 'RATE_LIMITED' || this.code === 'ENGINE_BUSY';
  }
}

/** One error of a GraphQL answer. */
export interface AnsweredError {
  readonly message?: unknown;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** A code that this version of the client does not know is UNREADABLE, with its text as the message. */
export function toRollcallError(
  { message, extensions = {} }: AnsweredError,
  more: Pick<RollcallErrorOptions, 'requestId' | 'httpStatus' | 'retryAfterSeconds'> = {},
): RollcallError {
  const { code, details, errorId } = extensions;
  const known = typeof code === 'string' && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : 'UNREADABLE';
  const told = (details as { readonly retryAfterSeconds?: unknown } | undefined)?.retryAfterSeconds;
  return new RollcallError(known, {
    ...more,
    message: typeof message === 'string' ? message : 'The answer is an error without a message.',
    details: details as Readonly<Record<string, unknown>> | undefined,
    errorId: typeof errorId === 'string' ? errorId : undefined,
    retryAfterSeconds: typeof told === 'number' ? told : more.retryAfterSeconds,
  });
}
