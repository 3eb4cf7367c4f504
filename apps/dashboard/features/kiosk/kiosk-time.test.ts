import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KioskTime } from './kiosk-time';

const stored = new Map<string, string>();

beforeEach(() => {
  stored.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the moment that is kept of a mark', () => {
  it('is when the person stood there, not when the answer was given up', () => {
    const time = new KioskTime();
    const shownMs = time.clock.nowMs() - 60_000;
    expect(time.captureMs(shownMs)).toBe(shownMs);
  });

  it('is never before what was told to be sent meanwhile, also after the page was loaded anew', () => {
    const time = new KioskTime();
    const syncedMs = time.clock.nowMs() - 3_000;
    time.noteSynced(new Date(syncedMs));
    expect(time.captureMs(syncedMs - 57_000)).toBe(syncedMs);
    expect(new KioskTime().captureMs(syncedMs - 57_000)).toBe(syncedMs);
  });
});
