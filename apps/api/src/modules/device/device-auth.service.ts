import {
  DEVICE_LIMITS,
  type DeviceCredentials,
  DomainError,
  readDeviceAuthorization,
  textOfRequest,
} from '@rollcall/contracts';
import type { Device } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import type { ServiceContext } from '../../services/service-context.js';
import { actorOfDevice } from './device-actor.js';
import { decoyKey, isSignedBy, readPublicKey } from './device-key.js';

/** A contact is noted at most this often: each request would be a write more. */
const NOTE_CONTACT_EVERY_MS = 60_000;
const MINUTE_MS = 60_000;

export interface SignedRequest {
  readonly actor: Omit<Actor, 'requestId'>;
  /** What the body must hash to: it was signed, and is read later. */
  readonly bodySha256: string;
}

/** Finds out which paired device signed a request. */
export class DeviceAuthService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * @param path with the query, as it arrived
   * @throws DomainError UNAUTHENTICATED for anything but a fresh request, signed by the key of an active device; it never says why
   */
  async authenticate(header: string, method: string, path: string): Promise<SignedRequest> {
    const { db, now } = this.context;
    const sent = readDeviceAuthorization(header);
    if (sent === null) throw new DomainError('UNAUTHENTICATED');
    const at = now();
    const device = await this.signerOf(sent, method, path);
    const isFresh = Math.abs(sent.timeMs - at.getTime()) <= DEVICE_LIMITS.clockSkewMs;
    if (device === null || !isFresh) throw new DomainError('UNAUTHENTICATED');
    // Kept until its time is out of bounds, whichever way the clocks differ.
    const deleteAt = new Date(sent.timeMs + DEVICE_LIMITS.clockSkewMs + MINUTE_MS);
    if (!(await db.deviceNonces.take(device.id, sent.nonce, deleteAt))) throw new DomainError('UNAUTHENTICATED');
    await this.noteContact(device, at, sent.clockMs);
    return { actor: actorOfDevice(device), bodySha256: sent.bodySha256 };
  }

  /** The device whose key it is; null: nobody's. */
  private async signerOf(sent: DeviceCredentials, method: string, path: string): Promise<Device | null> {
    const found = await this.context.db.devices.findById(sent.deviceId);
    const device = found?.status === 'ACTIVE' && found.publicKey != null ? found : null;
    const key = device?.publicKey == null ? null : readPublicKey(device.publicKey);
    const isSigned = isSignedBy(key ?? decoyKey(), textOfRequest({ ...sent, method, path }), sent.signature);
    return isSigned && key !== null ? device : null;
  }

  private async noteContact(device: Device, at: Date, clockMs: number): Promise<void> {
    const isRecent = device.lastSeenAt !== null && at.getTime() - device.lastSeenAt.getTime() < NOTE_CONTACT_EVERY_MS;
    if (isRecent) return;
    await this.context.db.devices.noteContact(device.id, { at, clockOffsetMs: clockMs - at.getTime() });
  }
}
