import { ServerClock } from './server-clock';

const KEY = 'rollcall-kiosk-time';

interface Remembered {
  /** By how much the clock of the device is ahead of the server's. */
  readonly aheadMs: number;
  /** Up to when we told the server that everything was sent. */
  readonly syncedMs: number;
}

function recall(): Remembered {
  try {
    const { aheadMs, syncedMs } = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Remembered>;
    return { aheadMs: aheadMs ?? 0, syncedMs: syncedMs ?? 0 };
  } catch {
    return { aheadMs: 0, syncedMs: 0 };
  }
}

/** The server's time, and what was told of it, over a reload of the page that finds nobody to ask. */
export class KioskTime {
  readonly clock: ServerClock;
  private syncedMs: number;

  constructor() {
    const { aheadMs, syncedMs } = recall();
    this.clock = new ServerClock({ clockMs: () => Date.now(), steadyMs: () => performance.now() }, aheadMs);
    this.syncedMs = syncedMs;
  }

  /** The server has taken note that everything before was sent. */
  noteSynced(at: Date): void {
    this.syncedMs = Math.max(this.syncedMs, at.getTime());
    const aheadMs = this.clock.clockMs() - this.clock.nowMs();
    localStorage.setItem(KEY, JSON.stringify({ aheadMs, syncedMs: this.syncedMs }));
  }

  /**
   * The moment that is kept of a mark, never before what was told to be sent meanwhile.
   *
   * @param shownMs when the person stood there, by `clock`; an answer that never came may have been awaited for a minute since
   */
  captureMs(shownMs: number): number {
    return Math.max(shownMs, this.syncedMs);
  }
}
