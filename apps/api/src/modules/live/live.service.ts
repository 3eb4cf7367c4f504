import { DomainError } from '@rollcall/contracts';
import type { AttendanceEvent, CaptureAttempt, ChangeFeeds, Job } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { limitOf, readLimit } from '../../access/read-limit.js';
import { isOwnSite, isRecordVisible } from '../../access/visible-records.js';
import { selectedChanges } from '../../live/selected-changes.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { JobService } from '../job/job.service.js';

export interface Followed {
  /** Only this site. */
  readonly siteId?: string | null | undefined;
  /** The cursor after which to go on. */
  readonly after?: string | null | undefined;
}

export interface LiveEdge<T> {
  readonly cursor: string;
  readonly node: T;
}

export type LiveMark = LiveEdge<AttendanceEvent>;
export type LiveRefusal = LiveEdge<CaptureAttempt>;
export type LiveJob = Job;

export interface PresenceChanged {
  readonly siteIds: readonly string[];
  readonly asOf: Date;
}

/** How an attempt ends that was no refusal. */
const GRANTED: ReadonlySet<string> = new Set(['REGISTERED', 'MATCH', 'RECORDED', 'DOUBLE_TAP']);

export const isRefusal = ({ outcome }: CaptureAttempt): boolean => !GRANTED.has(outcome);

/** What happens while it happens, for who may see it. Fed by the database, so it does not matter which process did it. */
export class LiveService {
  /** Where the person of a mark was before; found once however many listen. */
  private readonly formerSites = new WeakMap<AttendanceEvent, Promise<readonly (string | null)[]>>();

  constructor(
    private readonly context: ServiceContext,
    private readonly feeds: ChangeFeeds,
    private readonly jobs: JobService,
  ) {}

  /**
   * Accepted marks, of the people this actor may see.
   *
   * @throws DomainError FORBIDDEN; BAD_USER_INPUT for a foreign cursor, RESYNC_REQUIRED for one that is too old
   */
  async marks(actor: Actor, { siteId, after }: Followed): Promise<AsyncIterable<LiveMark>> {
    const limit = readLimit(actor, 'attendance:read');
    const changes = await this.feeds.attendanceEvents.follow(after ?? null);
    return selectedChanges(changes, async ({ cursor, value }) => {
      const isWanted = siteId == null || value.siteId === siteId;
      return isWanted && (await isRecordVisible(this.context.db, limit, value)) ? { cursor, node: value } : null;
    });
  }

  /** Attempts that were refused, at the sites of this actor. @throws as `marks` */
  async refusals(actor: Actor, { siteId, after }: Followed): Promise<AsyncIterable<LiveRefusal>> {
    authorise(actor, 'audit:read');
    const changes = await this.feeds.captureAttempts.follow(after ?? null);
    return selectedChanges(changes, async ({ cursor, value }) => {
      const isWanted = (siteId == null || value.siteId === siteId) && isRefusal(value);
      const isSeen = isWanted && (await isRecordVisible(this.context.db, limitOf(actor), value));
      return isSeen ? { cursor, node: value } : null;
    });
  }

  /** That a mark has changed who is in, and where: there, and where the person was before. @throws DomainError FORBIDDEN */
  async presence(actor: Actor, siteId: string | null): Promise<AsyncIterable<PresenceChanged>> {
    authorise(actor, 'attendance:read');
    const changes = await this.feeds.attendanceEvents.follow();
    return selectedChanges(changes, async ({ value }) => {
      const touched = [value.siteId, ...(await this.sitesBefore(value))];
      const isOurs = await isRecordVisible(this.context.db, ofDepartments(actor), { ...value, siteId: null });
      const isSeen = (id: string | null): id is string => id !== null && (isOurs || isOwnSite(actor, id));
      const seen = new Set(touched.filter(isSeen));
      const siteIds = [...seen].filter((id) => siteId === null || id === siteId);
      return siteIds.length === 0 ? null : { siteIds, asOf: value.recordedAt };
    });
  }

  /**
   * A job as it is now and at each change, until it has ended.
   *
   * @throws DomainError NOT_FOUND there is none, or none this actor may see
   */
  async job(actor: Actor, id: string): Promise<AsyncIterable<Job>> {
    // Followed first, read then: a change in between is told, at worst twice.
    const changes = await this.feeds.jobs.follow();
    const first = await this.jobs.find(actor, id).catch(async (error: unknown) => {
      await changes.return();
      throw error;
    });
    if (first === null) {
      await changes.return();
      throw new DomainError('NOT_FOUND');
    }
    const told = selectedChanges(changes, async ({ value }) => (value === id ? this.jobs.find(actor, id) : null));
    return untilEnded(first, told);
  }

  private sitesBefore(event: AttendanceEvent): Promise<readonly (string | null)[]> {
    const known = this.formerSites.get(event);
    if (known !== undefined) return known;
    const { attendanceEvents } = this.context.db;
    const replaced = event.replacesEventId === null ? null : attendanceEvents.findById(event.replacesEventId);
    const before = attendanceEvents.findLatest(event.employeeId, new Date(event.at.getTime() - 1));
    const found = Promise.all([replaced, before]).then((events) => events.map((one) => one?.siteId ?? null));
    this.formerSites.set(event, found);
    return found;
  }
}

/** Only by the department of the person: what happens to the own people is told wherever it is. */
const ofDepartments = (actor: Actor) => ({ ...limitOf(actor), siteIds: [] });

const hasEnded = ({ state }: Job): boolean => state === 'SUCCEEDED' || state === 'FAILED';

function untilEnded(first: Job, rest: AsyncIterableIterator<Job>): AsyncIterableIterator<Job> {
  let waiting: Job | null = first;
  let isOver = false;
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (isOver) {
        await rest.return?.();
        return { done: true, value: undefined };
      }
      const job = waiting;
      waiting = null;
      const result = job === null ? await rest.next() : { done: false as const, value: job };
      isOver = result.done === true || hasEnded(result.value);
      return result;
    },
    async return() {
      await rest.return?.();
      return { done: true, value: undefined };
    },
  };
}
