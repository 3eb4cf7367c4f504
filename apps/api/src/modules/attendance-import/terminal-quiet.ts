import type { Device } from '@rollcall/db';

/** Terminals are told to call every 30 s, and a minute after an error (see `adms-app.ts`). Three such pauses are a silence. */
const MAX_PAUSE_MS = 3 * 60_000;
/**
 * A terminal that is connected sends a mark at once, at the latest a minute later, and a minute after an error again. So
 * whatever was made this long ago has come from one that called all the time; see ADR 0101.
 */
export const QUIET_MS = 5 * 60_000;
/** A clock that is further ahead makes marks that are kept apart; the tolerance of marks from the future. */
const CLOCK_TOLERANCE_MS = 300_000;

type Known = Pick<Device, 'lastSeenAt' | 'quietSinceAt' | 'clockOffsetMs'>;

/** Since when it calls without a pause and sends nothing old, if it calls at `at`. */
export function quietSince({ lastSeenAt, quietSinceAt }: Known, at: Date): Date {
  const isPaused = lastSeenAt === null || at.getTime() - lastSeenAt.getTime() > MAX_PAUSE_MS;
  return isPaused || quietSinceAt == null ? at : quietSinceAt;
}

/** Up to when all its marks have arrived; null: that is not known. A clock that is ahead proves nothing until it is right. */
export function provenThrough({ clockOffsetMs }: Pick<Known, 'clockOffsetMs'>, since: Date, at: Date): Date | null {
  if (clockOffsetMs !== null && clockOffsetMs > CLOCK_TOLERANCE_MS) return null;
  return at.getTime() - since.getTime() >= QUIET_MS ? new Date(at.getTime() - QUIET_MS) : null;
}
