import { type DeviceStatus, DomainError } from '@rollcall/contracts';
import type { Device } from '../entities/device.js';
import type { DeviceDocument } from '../models/device.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { defined, greaterThan, oneOf, theText } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';
import { VersionedRepository } from './versioned.repository.js';

const { fields, toEntity } = entityMapper<Device>()([
  'name',
  'siteId',
  'status',
  'activeFromAt',
  'syncedThroughAt',
  'lastSeenAt',
  'clockOffsetMs',
  'serialNumber',
  'pushStamp',
  'quietSinceAt',
  'publicKey',
  'pairedAt',
  'version',
  'createdAt',
  'updatedAt',
]);

export interface DeviceFilter {
  readonly siteId?: string | null | undefined;
  readonly status?: DeviceStatus | null | undefined;
  /** Only these sites: what the caller may see. */
  readonly siteIds?: readonly string[] | undefined;
}

export interface DeviceContact {
  readonly at: Date;
  /** Everything captured before has arrived; left out: nothing new is known. */
  readonly syncedThroughAt?: Date | null | undefined;
  readonly clockOffsetMs?: number | null | undefined;
  /** Up to where a terminal has pushed. */
  readonly pushStamp?: string | null | undefined;
  /** Since when a terminal calls without a pause and has nothing old to send; left out: as before. */
  readonly quietSinceAt?: Date | undefined;
}

const BY_NAME: PageOrder = { name: 'NAME_ASC', field: 'nameKey', direction: 1, kind: 'string' };

export class DeviceRepository extends VersionedRepository<Device, DeviceDocument> {
  constructor(collection: Collection<DeviceDocument>) {
    super(collection, { toEntity, hasNameKey: true, sort: { nameKey: 1, _id: 1 } });
  }

  /** By name. */
  async list(filter: DeviceFilter, page: PageRequest, options: WithSession = {}): Promise<Page<Device>> {
    const plain = defined({ siteId: filter.siteId ?? undefined, status: filter.status ?? undefined });
    const where = filter.siteIds === undefined ? plain : { ...plain, $and: [{ siteId: oneOf(filter.siteIds) }] };
    const { collection } = this;
    return findPage({ collection, filter: where, order: BY_NAME, page, fields, toEntity, ...options });
  }

  /** All that marks are awaited from. */
  async listActive(options: WithSession = {}): Promise<readonly Device[]> {
    return this.listWhere({ status: 'ACTIVE' }, options);
  }

  /** The active device that pushes under this serial number. */
  async findBySerialNumber(serialNumber: string, options: WithSession = {}): Promise<Device | null> {
    const found = await this.collection.findOne(
      { serialNumber: theText(serialNumber.toUpperCase()), status: 'ACTIVE' },
      options,
    );
    return found && toEntity(found);
  }

  /** Whether a site has an active device. */
  async isAtSite(siteId: string, options: WithSession = {}): Promise<boolean> {
    return (await this.collection.count({ siteId, status: 'ACTIVE' }, options)) > 0;
  }

  /**
   * Sets the code that pairs the device next, in place of the one there may be. No version counts up.
   *
   * @throws DomainError NOT_FOUND if there is no active device of that id
   */
  async setPairingCode(id: string, codeHash: string, expiresAt: Date, options: WithSession = {}): Promise<Device> {
    const $set = { pairingCodeHash: codeHash, pairingExpiresAt: expiresAt };
    const changed = await this.collection.findOneAndUpdate({ _id: id, status: 'ACTIVE' }, { $set }, options);
    if (changed === null) throw new DomainError('NOT_FOUND', { internal: 'no active device' });
    return toEntity(changed);
  }

  /**
   * Uses a pairing code up and sets the key; the former key is one no longer. Of many at once one succeeds.
   *
   * @throws DomainError NOT_FOUND unknown, used, expired, or of a retired device: it never says which
   */
  async pair(codeHash: string, publicKey: string, now: Date, options: WithSession = {}): Promise<Device> {
    const open = { pairingCodeHash: theText(codeHash), pairingExpiresAt: greaterThan(now), status: 'ACTIVE' };
    const $set = { publicKey, pairedAt: now, pairingCodeHash: null, pairingExpiresAt: null };
    const changed = await this.collection.findOneAndUpdate(open, { $set }, options);
    if (changed === null) throw new DomainError('NOT_FOUND', { internal: 'no such pairing code' });
    return toEntity(changed);
  }

  /** Takes key and code away, from a device that is retired too. */
  async forgetKey(id: string, options: WithSession = {}): Promise<void> {
    const $set = { publicKey: null, pairedAt: null, pairingCodeHash: null, pairingExpiresAt: null };
    await this.collection.updateOne({ _id: id }, { $set }, options);
  }

  /**
   * Notes that a device was heard of. Contacts that arrive out of order take nothing back, and no version counts up: it is
   * no change that a person made.
   *
   * @throws DomainError NOT_FOUND if there is no active device of that id
   */
  async noteContact(id: string, contact: DeviceContact, options: WithSession = {}): Promise<Device> {
    const { at, syncedThroughAt, clockOffsetMs, pushStamp, quietSinceAt } = contact;
    const $max = { lastSeenAt: at, ...(syncedThroughAt == null ? {} : { syncedThroughAt }) };
    const $set = defined({
      clockOffsetMs: clockOffsetMs ?? undefined,
      pushStamp: pushStamp ?? undefined,
      quietSinceAt,
    });
    const update = { $max, ...(Object.keys($set).length === 0 ? {} : { $set }) };
    const changed = await this.collection.findOneAndUpdate({ _id: id, status: 'ACTIVE' }, update, options);
    if (changed === null) throw new DomainError('NOT_FOUND', { internal: 'no active device' });
    return toEntity(changed);
  }
}
