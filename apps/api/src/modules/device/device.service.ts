import { DomainError } from '@rollcall/contracts';
import type { DbSession, Device, DeviceContact, Page } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isOwnSite } from '../../access/visible-records.js';
import { addDays } from '../../local-dates/date-range.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { CreateDeviceInput, DeviceContactInput, DevicesArgs, UpdateDeviceInput } from './device.inputs.js';

/** Less is made up for by the job that closes days. */
const SILENT_DAYS = 3;
const MAX_DAYS_BACK = 366;
const targetOf = ({ id }: Device) => ({ kind: 'DEVICE', id });

/** The register of what sends marks. */
export class DeviceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly days: AttendanceDayService,
  ) {}

  /** By name. Managers see those of their sites. */
  async list(actor: Actor, { filter, first, after }: DevicesArgs): Promise<Page<Device>> {
    authorise(actor, 'attendance:read');
    return this.context.db.devices.list({ ...filter, siteIds: actor.siteIds ?? undefined }, { first, after });
  }

  /** @throws DomainError BAD_USER_INPUT naming the field */
  async create(actor: Actor, input: CreateDeviceInput): Promise<Device> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createDevice', input, recall: (id: string) => db.devices.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { name, siteId, activeFromAt, serialNumber } = input;
      const at = now();
      const device = {
        ...{
          id: newId(),
          name: requiredText('name', name),
          siteId: await this.openSite(siteId),
          status: 'ACTIVE' as const,
        },
        ...{ activeFromAt: activeFromAt ?? at, syncedThroughAt: null, lastSeenAt: null, clockOffsetMs: null },
        ...{ createdAt: at, updatedAt: at },
        serialNumber: serialNumber?.trim().toUpperCase() || null,
      };
      return writeWitnessed(this.context, actor, { action: 'DEVICE_CREATED', target: targetOf, keep }, (session) =>
        db.devices.insert(device, { session }),
      );
    });
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; NOT_FOUND */
  async update(actor: Actor, { id, version, name, siteId, serialNumber }: UpdateDeviceInput): Promise<Device> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const change = {
      ...(name == null ? {} : { name: requiredText('name', name) }),
      ...(siteId == null ? {} : { siteId: await this.openSite(siteId) }),
      ...(serialNumber === undefined ? {} : { serialNumber: serialNumber?.trim().toUpperCase() || null }),
    };
    const details = { fields: Object.keys(change) };
    return writeWitnessed(this.context, actor, { action: 'DEVICE_UPDATED', target: targetOf, details }, (session) =>
      db.devices.update(id, change, { version, now: now() }, { session }),
    );
  }

  /** Nothing is awaited from it any more, and its key opens nothing any more. @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND */
  async retire(actor: Actor, id: string, version: number): Promise<Device> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return writeWitnessed(this.context, actor, { action: 'DEVICE_RETIRED', target: targetOf }, async (session) => {
      const device = await db.devices.update(id, { status: 'RETIRED' }, { version, now: now() }, { session });
      await db.devices.forgetKey(id, { session });
      await this.closeWhatWaited(device, 'DEVICE_RETIRED', session);
      return { ...device, publicKey: null, pairedAt: null };
    });
  }

  /**
   * Notes that a device was heard of. It says nothing about who was where, so no audit entry is written.
   *
   * @throws DomainError BAD_USER_INPUT for a moment that is still to come; NOT_FOUND for a retired device
   */
  async noteContact(actor: Actor, { id, syncedThroughAt, deviceTime }: DeviceContactInput): Promise<Device> {
    authorise(actor, 'attendance:write');
    const { db, now } = this.context;
    const at = now();
    if (actor.kind === 'DEVICE' && actor.id !== id) throw new DomainError('NOT_FOUND');
    const former = await db.devices.getById(id);
    const { siteId } = former;
    if (!isOwnSite(actor, siteId)) throw new DomainError('NOT_FOUND');
    if (syncedThroughAt != null && syncedThroughAt > at) throw badInput('syncedThroughAt', 'This is still to come.');
    const clockOffsetMs = deviceTime == null ? null : deviceTime.getTime() - at.getTime();
    return this.noteContactOf(former, { at, syncedThroughAt, clockOffsetMs });
  }

  /** For what hears of a device in its own way: notes it, and has days judged anew that waited for it for long. */
  async noteContactOf(former: Device, contact: DeviceContact): Promise<Device> {
    const { db } = this.context;
    if (contact.syncedThroughAt == null) return db.devices.noteContact(former.id, contact);
    return db.withTransaction(async (session) => {
      const noted = await db.devices.noteContact(former.id, contact, { session });
      await this.closeWhatWaited(former, 'DEVICE_SYNCHRONISED', session);
      return noted;
    });
  }

  /**
   * Days that waited for this device, or were closed without it, are judged anew. The last few are looked at all the time, so
   * only a longer silence needs it.
   */
  private async closeWhatWaited(device: Device, reason: string, session: DbSession): Promise<void> {
    const now = this.context.now();
    const from = (device.syncedThroughAt ?? device.activeFromAt).toISOString().slice(0, 10);
    const today = now.toISOString().slice(0, 10);
    if (from > addDays(today, -SILENT_DAYS)) return;
    const earliest = addDays(today, -MAX_DAYS_BACK);
    const range = { from: from > earliest ? from : earliest, to: today };
    await this.days.requestRebuild(range, reason, session, { isForFacts: true });
  }

  private async openSite(siteId: string): Promise<string> {
    const site = await this.context.db.sites.findById(siteId);
    if (site === null || site.isArchived) throw badInput('siteId', 'There is no such site.');
    return siteId;
  }
}
