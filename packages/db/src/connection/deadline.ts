import { AsyncLocalStorage } from 'node:async_hooks';
import { DomainError } from '@rollcall/contracts';

/** Until when an operation may read. */
export interface Deadline {
  /** By the clock of `performance.now()`, in ms. */
  endsAtMs: number;
  /** True once the operation is answered: what it left running in the background is not hurried any more. */
  isOver: boolean;
}

const current = new AsyncLocalStorage<Deadline>();

/** A deadline that many ms from now. */
export const deadlineIn = (ms: number): Deadline => ({ endsAtMs: performance.now() + ms, isOver: false });

/**
 * Runs work whose reads end at the deadline: one that runs then is stopped by the server, and none begins later. Both are
 * DomainError TIMEOUT. Writes are not stopped, so that what has failed can still be cleared away; a transaction reads first.
 */
export function runWithin<T>(deadline: Deadline, work: () => T): T {
  return current.run(deadline, work);
}

/** The option of a read. Nothing outside of `runWithin`. @throws DomainError TIMEOUT */
export function readLimit(): { readonly maxTimeMS?: number } {
  const deadline = current.getStore();
  if (deadline === undefined || deadline.isOver) return {};
  const leftMs = Math.ceil(deadline.endsAtMs - performance.now());
  if (leftMs <= 0) throw new DomainError('TIMEOUT', { internal: 'no read begins after the deadline' });
  return { maxTimeMS: leftMs };
}
