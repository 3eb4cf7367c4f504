import { PROVISIONAL_AFTER_MINUTES } from '../policy/defaults.js';
import { MS_PER_MINUTE } from '../time/duration.js';
import { parseInstant } from '../time/instant.js';
import { localText } from '../time/zone-clock.js';
import { type TraceEntry, traceEntry } from '../trace/trace.js';
import type { DeviceSync } from '../types/calendar.js';
import type { DayClosure } from '../types/day-record.js';
import type { ShiftWindow } from '../windows/window.js';

export interface Closure {
  readonly state: DayClosure;
  readonly silentDeviceIds: readonly string[];
  readonly trace: readonly TraceEntry[];
}

/**
 * How far a day is from its verdict at `asOf`: the window must have closed, `absentAfterMinutes` must have passed, and
 * every device of the site must have synchronised past the window, for which the day waits at most 24 h.
 *
 * @param doDevicesMatter false where no mark can change the verdict (leave, or a day off on which work does not count)
 */
export function closureOf(window: ShiftWindow, asOfMs: number, doDevicesMatter: boolean): Closure {
  const { policy, site } = window.occurrence;
  const { closesMs } = window;
  if (asOfMs < closesMs) return { state: 'OPEN', silentDeviceIds: [], trace: [] };
  if (!doDevicesMatter) return { state: 'FINAL', silentDeviceIds: [], trace: [] };
  const silentDeviceIds = (site.devices ?? [])
    .filter((device) => isSilent(device, closesMs))
    .map(({ deviceId }) => deviceId)
    .sort();
  const deviceIds = silentDeviceIds.join(', ');
  const closesLocal = localText(closesMs, site.timeZone);
  const { absentAfterMinutes } = policy;
  const dueMs = closesMs + absentAfterMinutes * MS_PER_MINUTE;
  if (asOfMs < dueMs) {
    const trace = [traceEntry('WAITING_DELAY', { dueLocal: localText(dueMs, site.timeZone), absentAfterMinutes })];
    return { state: 'WAITING', silentDeviceIds, trace };
  }
  if (silentDeviceIds.length === 0) return { state: 'FINAL', silentDeviceIds, trace: [] };
  if (asOfMs < dueMs + PROVISIONAL_AFTER_MINUTES * MS_PER_MINUTE) {
    return { state: 'WAITING', silentDeviceIds, trace: [traceEntry('WAITING_SYNC', { deviceIds, closesLocal })] };
  }
  const trace = [traceEntry('CLOSED_PROVISIONALLY', { deviceIds, closesLocal })];
  return { state: 'PROVISIONAL', silentDeviceIds, trace };
}

function isSilent({ deviceId, syncedThroughAt, activeFromAt }: DeviceSync, closesMs: number): boolean {
  const field = `sites.devices.${deviceId}`;
  if (activeFromAt != null && parseInstant(activeFromAt, `${field}.activeFromAt`) >= closesMs) return false;
  return syncedThroughAt === null || parseInstant(syncedThroughAt, `${field}.syncedThroughAt`) < closesMs;
}
