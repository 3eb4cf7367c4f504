import pino, { type DestinationStream, type Logger } from 'pino';

export type { Logger } from 'pino';

/** Where faults go: the full error for us, nothing of it for the caller. */
export interface FaultLog {
  fault(error: unknown, context: Readonly<Record<string, unknown>>): void;
}

/** Names under which secrets, images or vectors could stand in a logged object, at the depths we log. */
const SECRET_KEYS = [
  'authorization',
  'cookie',
  'password',
  'newPassword',
  'currentPassword',
  'secret',
  'token',
  'key',
  'base64',
  'image',
  'images',
  'probe',
  'reference',
  'vector',
  'embedding',
  'variables',
];

/**
 * The log of the process: JSON lines, secrets cut out by name. What is logged is chosen by hand everywhere
 * (no request bodies, no variables); the redaction is the second net.
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`, `*.*.*.${key}`]);
  const options = {
    level,
    base: { service: 'rollcall-api' },
    redact: { paths, censor: '[redacted]' },
    serializers: { err: serialiseError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

export function createFaultLog(log: Logger): FaultLog {
  return { fault: (error, context) => log.error({ ...context, err: error }, 'fault') };
}

/** Name, message and stack only: libraries hang requests, documents and queries on their errors. */
function serialiseError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { cause, code } = error as Error & { code?: unknown };
  return {
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(code === undefined ? {} : { code }),
    ...(cause === undefined ? {} : { cause: serialiseError(cause) }),
  };
}
