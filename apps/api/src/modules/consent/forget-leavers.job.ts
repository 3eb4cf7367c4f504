import type { Employee } from '@rollcall/db';
import { addDays } from '../../local-dates/date-range.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { employeeTarget, type ServiceContext } from '../../services/service-context.js';

const JOB = 'forget-leavers';
const LEASE_MS = 60_000;
const PEOPLE_AT_ONCE = 100;
const RETENTION = { kind: 'SYSTEM', id: 'retention' } as const;

/**
 * Deletes the faces of people once so many whole days (`templateRetentionDaysAfterLeaving`) lie behind their last one, and destroys their keys, so that
 * copies in backups cannot be read either. Until then nobody reads them. One process at a time does it; it may be cut off and
 * run again at any time.
 */
export class ForgetLeaversJob {
  constructor(
    private readonly context: ServiceContext,
    private readonly ownerId: string,
  ) {}

  /** @returns how many people's faces were deleted; null if another process is at it */
  async run(): Promise<number | null> {
    const { db, now } = this.context;
    const lease = () => db.jobLeases.acquire(JOB, this.ownerId, { now: now(), leaseMs: LEASE_MS });
    if (!(await lease())) return null;
    await this.finishLast();
    const { templateRetentionDaysAfterLeaving } = await db.settings.get();
    // The earliest date anywhere on earth: nobody loses a face a day too early.
    const before = addDays(localDateOf(now(), 'Pacific/Pago_Pago'), -1 - templateRetentionDaysAfterLeaving);
    let count = 0;
    for (;;) {
      const people = await db.employees.listLeftWithFace(before, PEOPLE_AT_ONCE);
      for (const person of people) if (await this.forget(person, before)) count += 1;
      if (people.length < PEOPLE_AT_ONCE) break;
      if (!(await lease())) return null;
    }
    await db.jobLeases.release(JOB, this.ownerId, '');
    return count;
  }

  /** The keys live in another database: where the last run broke off between the two, the key is still there. */
  private async finishLast(): Promise<void> {
    const { db, now } = this.context;
    const id = (await db.jobLeases.progressOf(JOB)) ?? '';
    const employee = id === '' ? null : await db.employees.findById(id);
    if (employee?.status === 'INACTIVE') await db.faceTemplates.eraseKey(id, now());
  }

  private async forget({ id }: Employee, before: string): Promise<boolean> {
    const { db, now, newId } = this.context;
    const isDone = await db.withTransaction(async (session) => {
      const { status, leavingDate } = await db.employees.getById(id, { session });
      // Whoever was hired again meanwhile has agreed anew.
      if (status !== 'INACTIVE' || leavingDate === null || leavingDate > before) return false;
      await db.jobLeases.note(JOB, this.ownerId, id, { session });
      const templateCount = await db.faceTemplates.deleteByEmployee(id, null, { session });
      const photoCount = await db.facePhotos.deleteByEmployee(id, null, { session });
      const witnessed = { action: 'FACE_DELETED_AFTER_LEAVING', target: employeeTarget(id) };
      const details = { templateCount, photoCount, leavingDate };
      const entry = { id: newId(), at: now(), actor: RETENTION, outcome: 'DONE', requestId: null } as const;
      await db.audit.insert({ ...entry, ...witnessed, details }, { session });
      return true;
    });
    if (isDone) await db.faceTemplates.eraseKey(id, now());
    return isDone;
  }
}
