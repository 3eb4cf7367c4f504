import { once } from 'node:events';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** The end of a pipe for writers that do not wait by themselves. */
export interface Paced {
  readonly through: PassThrough;
  /** Lets other work happen, and waits until the reader has taken what was written. @throws what made the reader go away */
  readonly wait: () => Promise<void>;
  /** @throws what made the reader go away */
  readonly delivered: Promise<void>;
}

/** @param waiting how many bytes the writer itself still holds back; default none */
export function keepPace(out: Writable, waiting: () => number = () => 0): Paced {
  const through = new PassThrough();
  const delivered = pipeline(through, out);
  // If the reader goes away, writing stops at the next look; the failure itself is told by `delivered`.
  delivered.catch(() => undefined);
  return {
    through,
    delivered,
    async wait() {
      await nextTurn();
      while (!through.destroyed && (through.writableNeedDrain || waiting() > 0))
        await Promise.race([once(through, 'drain'), delivered]);
      if (through.destroyed) await delivered;
    },
  };
}
