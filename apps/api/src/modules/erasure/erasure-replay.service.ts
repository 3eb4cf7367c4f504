import type { Employee, RestoredBackup, User } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import { eraseFace, eraseRecords, finishErasure, idsOf } from './erase-records.js';

export interface ReplayedErasures {
  /** People who were in the backup and erased since. */
  readonly peopleErased: number;
  /** People who stay, and whose face was given up since or cannot be read any more. */
  readonly facesDeleted: number;
}

/** After a restore: what the ledger beside the keys says was erased is erased again. */
export class ErasureReplayService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Notes those who are erased already, so that an older backup does not bring them back: of an erasure that broke off, or of
   * before there was a ledger.
   */
  async noteErased(): Promise<void> {
    const { employees, erasureLedger } = this.context.db;
    // Nothing changes such a record any more: it says when that was.
    for await (const { id, updatedAt } of employees.each({ status: 'ERASED' })) await erasureLedger.note(id, updatedAt);
  }

  /** It may be cut off and run again. Ends with an entry in the record of who did what that says which backup was restored. */
  async replay(actor: Actor, backup: RestoredBackup): Promise<ReplayedErasures> {
    authorise(actor, 'admin');
    const { db } = this.context;
    let [peopleErased, facesDeleted] = [0, 0];
    for (const isMerged of [false, true])
      for await (const { employeeId, erasedAt } of db.erasureLedger.each()) {
        const person = await db.employees.findById(employeeId);
        if (person === null || (person.mergedIntoId != null) !== isMerged) continue;
        if (person.status !== 'ERASED') peopleErased += await this.eraseAgain(actor, person, erasedAt);
        await db.faceTemplates.eraseKey(employeeId, erasedAt);
      }
    const givenUp = new Set<string>();
    for await (const { employeeId } of db.erasureLedger.eachKeyDestroyedAfter(backup.takenAt)) givenUp.add(employeeId);
    for await (const employeeId of db.faceTemplates.eachUnreadable()) givenUp.add(employeeId);
    for (const employeeId of givenUp) if (await this.forgetFace(actor, employeeId)) facesDeleted += 1;
    const details = { takenAt: backup.takenAt.toISOString(), sha256: backup.sha256, peopleErased, facesDeleted };
    await db.audit.insert(auditEntry(this.context, actor, { action: 'DATABASE_RESTORED', target: null, details }));
    return { peopleErased, facesDeleted };
  }

  /** Without the questions that the first time was asked: it was decided then. Returns how many records. */
  private async eraseAgain(actor: Actor, person: Employee, erasedAt: Date): Promise<number> {
    const { db } = this.context;
    const reason = `Erased again after a restore; erased on ${erasedAt.toISOString().slice(0, 10)}.`;
    const records = await db.withTransaction(async (session) => {
      const merged = await db.employees.listMergedInto([person.id], { session });
      // A second record that was taken out of the person before the erasure is somebody else's.
      const noted = await db.erasureLedger.among(idsOf(merged));
      const all = [person, ...merged.filter(({ id, status }) => noted.has(id) && status !== 'ERASED')];
      const accounts: User[] = [];
      for (const { id } of all) accounts.push(...(await db.users.listByEmployee(id, { session })));
      await eraseRecords(this.context, actor, { records: all, accounts, reason }, session);
      return all;
    });
    await finishErasure(this.context, idsOf(records));
    return records.length;
  }

  /** Who gave up the face since has to agree anew; so has who registered it after the copy of the keys. */
  private async forgetFace(actor: Actor, employeeId: string): Promise<boolean> {
    const { db } = this.context;
    return db.withTransaction(async (session) => {
      if ((await db.employees.findById(employeeId, { session })) === null) return false;
      const consent = await db.consents.findInForce(employeeId, 'FACE_RECOGNITION', { session });
      const templateCount = await eraseFace(this.context, actor, employeeId, session);
      await db.facePhotos.deleteByEmployee(employeeId, null, { session });
      if (templateCount === 0 && consent === null) return false;
      const witnessed = { action: 'FACE_DELETED_AFTER_RESTORE', target: employeeTarget(employeeId) };
      const details = { consentId: consent?.id ?? null, templateCount };
      await db.audit.insert(auditEntry(this.context, actor, { ...witnessed, details }), { session });
      return true;
    });
  }
}
