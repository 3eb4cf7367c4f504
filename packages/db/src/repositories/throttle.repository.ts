import { createHash } from 'node:crypto';
import type { FaceThrottleDocument, ThrottleCounterDocument } from '../models/face-throttle.model.js';
import {
  type AttemptResult,
  begin,
  decide,
  emptyThrottle,
  type Lockout,
  lockoutOf,
  settle,
  type ThrottleCounter,
  type ThrottleDecision,
  type ThrottleState,
} from '../throttle/throttle-policy.js';
import type { Collection, WithSession } from './collection.js';
import { isDuplicateKey } from './database-errors.js';
import { oneOf } from './filters.js';

/** An attempt that was let in. Hand it back with its result. */
export interface ThrottleTicket {
  readonly employeeId: string;
  readonly deviceKey: string;
  readonly startedAt: Date;
}

export type BeginResult =
  | { readonly state: 'OPEN'; readonly ticket: ThrottleTicket }
  | Exclude<ThrottleDecision, { state: 'OPEN' }>;

interface Versioned {
  readonly revision: number | null;
  readonly state: ThrottleState;
}

/** Slows down and stops failed face attempts, per person and device and per person; survives restarts. */
export class ThrottleRepository {
  constructor(private readonly collection: Collection<FaceThrottleDocument>) {}

  /** Whether an attempt could begin now; changes nothing. */
  async check(employeeId: string, deviceKey: string, now: Date): Promise<ThrottleDecision> {
    const { state } = await this.read(employeeId, now);
    return decide(state, hashDevice(deviceKey), now);
  }

  /** Those of these subjects whom failures keep waiting now. */
  async listLockouts(subjects: readonly string[], now: Date): Promise<ReadonlyMap<string, Lockout>> {
    const found = await this.collection.find({ _id: oneOf(subjects) });
    const held = found.map((one) => [one._id, lockoutOf(one, now)] as const);
    return new Map(held.flatMap(([subject, lockout]) => (lockout === null ? [] : [[subject, lockout] as const])));
  }

  /**
   * Lets an attempt in or says why not. Call it before the comparison; attempts under way count, so many at once can't
   * outrun the limit. Always `settle` the ticket.
   */
  async begin(employeeId: string, deviceKey: string, now: Date): Promise<BeginResult> {
    const device = hashDevice(deviceKey);
    for (;;) {
      const current = await this.read(employeeId, now);
      const decision = decide(current.state, device, now);
      if (decision.state !== 'OPEN') return decision;
      if (await this.write(employeeId, current, begin(current.state, device, now))) {
        return { state: 'OPEN', ticket: { employeeId, deviceKey: device, startedAt: now } };
      }
    }
  }

  /**
   * Counts the result. In a transaction (the attempt's) a concurrent change makes the whole transaction run again.
   *
   * @returns what the next attempt would be told
   */
  async settle(
    ticket: ThrottleTicket,
    result: AttemptResult,
    now: Date,
    options: WithSession = {},
  ): Promise<ThrottleDecision> {
    const { employeeId, deviceKey, startedAt } = ticket;
    for (;;) {
      const current = await this.read(employeeId, now, options);
      const next = settle(current.state, { deviceKey, startedAt, result }, now);
      if (await this.write(employeeId, current, next, options)) return decide(next, deviceKey, now);
    }
  }

  /** HR lets the person use the face again: all counts start from zero. */
  async unlock(employeeId: string, now: Date, options: WithSession = {}): Promise<void> {
    for (;;) {
      const current = await this.read(employeeId, now, options);
      // Never deleted: the revision must go on, or a slow writer could bring the old counts back.
      if (current.revision === null || (await this.write(employeeId, current, emptyThrottle(now), options))) return;
    }
  }

  private async read(employeeId: string, now: Date, options: WithSession = {}): Promise<Versioned> {
    const found = await this.collection.findOne({ _id: employeeId }, options);
    if (found === null) return { revision: null, state: emptyThrottle(now) };
    const { revision, lockedAt, person, devices } = found;
    return { revision, state: { lockedAt, person, devices } };
  }

  /** False if somebody else wrote in between. */
  private async write(
    employeeId: string,
    read: Versioned,
    next: ThrottleState,
    options: WithSession = {},
  ): Promise<boolean> {
    const fields = {
      lockedAt: next.lockedAt,
      person: counterDocument(next.person),
      devices: next.devices.map((one) => ({ deviceKey: one.deviceKey, ...counterDocument(one) })),
    };
    if (read.revision !== null) {
      const filter = { _id: employeeId, revision: read.revision };
      return this.collection.updateOne(filter, { $set: { ...fields, revision: read.revision + 1 } }, options);
    }
    try {
      await this.collection.insert({ _id: employeeId, revision: 1, ...fields }, options);
      return true;
    } catch (error) {
      if (isDuplicateKey(error) && options.session === undefined) return false;
      throw error;
    }
  }
}

const counterDocument = ({ failures, pausedUntil, pending, changedAt }: ThrottleCounter): ThrottleCounterDocument => ({
  failures,
  pausedUntil,
  pending: [...pending],
  changedAt,
});

/** Device keys come from outside: a fixed short form keeps the document small. */
const hashDevice = (deviceKey: string): string =>
  createHash('sha256').update(deviceKey).digest('base64url').slice(0, 22);
