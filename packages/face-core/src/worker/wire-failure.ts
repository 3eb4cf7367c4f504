import { DomainError } from '@rollcall/contracts';
import type { WireFailure } from './protocol.js';

/** An error as data; whatever is no DomainError is a fault of ours. */
export function toWireFailure(error: unknown): WireFailure {
  if (error instanceof DomainError) {
    const { code, internal, details } = error;
    return {
      ok: false,
      code,
      ...(internal === undefined ? {} : { internal }),
      ...(details === undefined ? {} : { details }),
    };
  }
  const internal = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ok: false, code: 'INTERNAL_SERVER_ERROR', internal };
}

export function fromWireFailure({ code, internal, details }: WireFailure): DomainError {
  return new DomainError(code, {
    ...(internal === undefined ? {} : { internal }),
    ...(details === undefined ? {} : { details }),
  });
}
