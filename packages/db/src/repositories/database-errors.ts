import { DomainError } from '@rollcall/contracts';
import { mongoose } from '@typegoose/typegoose';

const DUPLICATE_KEY = 11000;
const MAX_TIME_EXPIRED = 50;

/** A unique index refused a write. */
export function isDuplicateKey(error: unknown): boolean {
  if (error instanceof DomainError) return isDuplicateKey(error.cause);
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === DUPLICATE_KEY;
}

/**
 * Turns what the driver says about a bad value into an error of the registry. Everything else passes unchanged, with
 * its labels, so that transactions are retried.
 */
export function translateError(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (isDuplicateKey(error)) {
    const pattern = (error as { keyPattern?: object }).keyPattern ?? {};
    return new DomainError('CONFLICT', {
      internal: 'A unique index refused the write.',
      details: { fields: Object.keys(pattern) },
      cause: error,
    });
  }
  if ((error as { code?: unknown }).code === MAX_TIME_EXPIRED) return new DomainError('TIMEOUT', { cause: error });
  if (error instanceof mongoose.Error.ValidationError) {
    return new DomainError('BAD_USER_INPUT', { details: { fields: Object.keys(error.errors) }, cause: error });
  }
  if (error instanceof mongoose.Error.CastError || error instanceof mongoose.Error.StrictModeError) {
    return new DomainError('BAD_USER_INPUT', { details: { fields: [error.path] }, cause: error });
  }
  return error;
}
