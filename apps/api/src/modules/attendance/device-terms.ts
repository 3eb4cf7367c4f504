import { DEVICE_LIMITS } from '@rollcall/contracts';
import type { DbSession, Device } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';

/** A mark that was kept for longer is for a person to enter (docs/adr/0137). */
const MAX_OFFLINE_MS = 7 * 24 * 3_600_000;

/** What a mark says about its time. */
export interface MarkTime {
  readonly isOffline: boolean;
  readonly capturedAt: Date | null;
  readonly receivedAt: Date;
}

/** The moment a mark counts for: receipt, or of an offline one its capture, which is never later than that. */
export function countedAt({ isOffline, capturedAt, receivedAt }: MarkTime): Date {
  return isOffline && capturedAt !== null && capturedAt < receivedAt ? capturedAt : receivedAt;
}

/** The device a mark came through, as it is now; null: it came through none. In the transaction of the mark. */
export async function deviceOf({ db }: ServiceContext, actor: Actor, session: DbSession): Promise<Device | null> {
  return actor.kind === 'DEVICE' ? db.devices.findById(actor.id, { session }) : null;
}

/**
 * Whether the device may not take this mark: it was retired or paired anew since it signed the request; or the mark was kept too
 * long, is said to be from the future, or from before a moment for which the device said that everything had been sent.
 */
export function isDeviceRefused(actor: Actor, device: Device | null, time: MarkTime): boolean {
  if (actor.kind !== 'DEVICE') return false;
  if (device?.status !== 'ACTIVE' || device.pairedAt?.getTime() !== actor.device?.pairedAt?.getTime()) return true;
  const { isOffline, capturedAt, receivedAt } = time;
  if (!isOffline || capturedAt === null) return false;
  const { activeFromAt, syncedThroughAt } = device;
  const oldest = Math.max(
    receivedAt.getTime() - MAX_OFFLINE_MS,
    activeFromAt.getTime(),
    syncedThroughAt?.getTime() ?? 0,
  );
  const latest = receivedAt.getTime() + DEVICE_LIMITS.clockSkewMs;
  return capturedAt.getTime() < oldest || capturedAt.getTime() > latest;
}
