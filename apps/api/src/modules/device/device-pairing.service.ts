import { createHash, randomInt } from 'node:crypto';
import {
  DEVICE_LIMITS,
  normalisePairingCode,
  PAIRING_CODE_ALPHABET,
  PAIRING_CODE_LENGTH,
  textOfPairing,
} from '@rollcall/contracts';
import type { Device, Site } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import { auditEntry, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { PairDeviceInput } from './device.inputs.js';
import { actorOfDevice } from './device-actor.js';
import { isSignedBy, readPublicKey } from './device-key.js';

export interface PairingCode {
  readonly device: Device;
  /** The only time it exists outside its hash. */
  readonly code: string;
  readonly expiresAt: Date;
}

/** What a device is told of itself. */
export interface PairedDevice {
  readonly device: Device;
  readonly site: Site;
}

const targetOf = ({ id }: Device) => ({ kind: 'DEVICE', id });

/** Gives devices their keys. */
export class DevicePairingService {
  constructor(private readonly context: ServiceContext) {}

  /** A code for one pairing of this device; one that was made before works no longer. @throws DomainError NOT_FOUND */
  async createCode(actor: Actor, id: string): Promise<PairingCode> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const code = newCode();
    const expiresAt = new Date(now().getTime() + DEVICE_LIMITS.pairingCodeMs);
    const witnessed = {
      action: 'DEVICE_PAIRING_CODE_CREATED',
      target: targetOf,
      details: { expiresAt: expiresAt.toISOString() },
    };
    const device = await writeWitnessed(this.context, actor, witnessed, (session) =>
      db.devices.setPairingCode(id, hashOf(code), expiresAt, { session }),
    );
    return { device, code, expiresAt };
  }

  /**
   * Gives a device the key that it shows to hold. A key that it had is one no longer, with the next request that it signs.
   *
   * @throws DomainError NOT_FOUND for a code that is unknown, used or over; BAD_USER_INPUT for a key or signature that is wrong
   */
  async pair({ code: typed, publicKey, signature }: PairDeviceInput, requestId: string): Promise<PairedDevice> {
    const { db, now } = this.context;
    const code = normalisePairingCode(typed);
    const key = readPublicKey(publicKey);
    if (key === null) throw badInput('publicKey', 'This is no P-256 key in SPKI and base64url.');
    // Before the code is looked at: a wrong signature neither tells about it nor uses it up.
    if (!isSignedBy(key, textOfPairing({ code, publicKey }), signature))
      throw badInput('signature', 'This was not signed by the key.');
    return db.withTransaction(async (session) => {
      const device = await db.devices.pair(hashOf(code), publicKey, now(), { session });
      const keySha256 = createHash('sha256').update(publicKey).digest('hex');
      const entry = { action: 'DEVICE_PAIRED', target: targetOf(device), details: { keySha256 } };
      // Nobody is signed in: the device acts for itself.
      const actor = { ...actorOfDevice(device), requestId };
      await db.audit.insert(auditEntry(this.context, actor, entry), { session });
      const site = await db.sites.getById(device.siteId, { session });
      return { device, site };
    });
  }
}

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');

function newCode(): string {
  const letters = Array.from({ length: PAIRING_CODE_LENGTH }, () => randomInt(PAIRING_CODE_ALPHABET.length));
  return letters.map((at) => PAIRING_CODE_ALPHABET[at]).join('');
}
