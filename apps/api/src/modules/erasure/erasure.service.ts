import { DomainError, ERASED_KINDS } from '@rollcall/contracts';
import type { DbSession, Employee, User } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';
import { EMPLOYEE_ERASED, type ErasureDetails, eraseRecords, finishErasure, idsOf } from './erase-records.js';
import type { EraseEmployeeInput } from './erasure.inputs.js';
import type { ErasureCertificate } from './erasure.types.js';

/** Erases people for good: docs/adr/0128 says what goes and what stays. */
export class ErasureService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Only of somebody who left. Second records of the person go too. Doing it twice changes nothing and gives the same certificate.
   *
   * @throws DomainError NOT_FOUND; BAD_USER_INPUT if the number is not the person's; CONFLICT for somebody who works here, is the
   * second record of somebody, or has an account with further roles that is not turned off
   */
  async erase(actor: Actor, { employeeId, number, reason }: EraseEmployeeInput): Promise<ErasureCertificate> {
    authorise(actor, 'admin');
    const why = requiredText('reason', reason);
    const { db } = this.context;
    const records = await db.withTransaction(async (session) => {
      const person = await db.employees.getById(employeeId, { session });
      if (person.status === 'ERASED')
        return [person, ...(await db.employees.listMergedInto([employeeId], { session }))];
      checkErasable(person, number);
      const all = [person, ...(await db.employees.listMergedInto([employeeId], { session }))];
      const accounts = await this.accountsOf(all, session);
      await eraseRecords(this.context, actor, { records: all, accounts, reason: why }, session);
      return all;
    });
    // The keys live in another database. A try that broke off before this is finished by the next one.
    await finishErasure(this.context, idsOf(records));
    return this.certificateOf(records[0] as Employee);
  }

  /** The certificate of an erased person; null: not erased, or no such person. */
  async find(actor: Actor, employeeId: string): Promise<ErasureCertificate | null> {
    authorise(actor, 'audit:read');
    const person = await this.context.db.employees.findById(employeeId);
    return person?.status === 'ERASED' ? this.certificateOf(person) : null;
  }

  private async certificateOf({ id, mergedIntoId }: Employee): Promise<ErasureCertificate> {
    const { db } = this.context;
    const ownerId = mergedIntoId ?? id;
    const found = await db.audit.list(
      { action: EMPLOYEE_ERASED, target: { kind: 'EMPLOYEE', id: ownerId } },
      { first: 1 },
    );
    const [entry] = found.nodes;
    if (entry === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'erased without an entry' });
    const { reason, mergedIds, erased } = entry.details as unknown as ErasureDetails;
    const ledger = await Promise.all([ownerId, ...mergedIds].map((one) => db.faceTemplates.listErasures(one)));
    return {
      ...{ id: entry.id, employeeId: ownerId, mergedIds, erasedAt: entry.at, reason },
      erased: ERASED_KINDS.map((kind) => ({ kind, count: erased[kind] ?? 0 })).filter(({ count }) => count > 0),
      destroyedKeyIds: ledger.flat().map(({ keyId }) => keyId),
    };
  }

  /** @throws DomainError CONFLICT */
  private async accountsOf(records: readonly Employee[], session: DbSession): Promise<readonly User[]> {
    const { users } = this.context.db;
    const found: User[] = [];
    for (const { id } of records) found.push(...(await users.listByEmployee(id, { session })));
    const isInTheWay = ({ deactivatedAt, roles }: User) =>
      deactivatedAt === null && roles.some((role) => role !== 'EMPLOYEE');
    if (found.some(isInTheWay))
      throw conflict('This person still signs in with further roles. Turn that account off first.');
    return found;
  }
}

const conflict = (problem: string): DomainError =>
  new DomainError('CONFLICT', { details: { field: 'employeeId', problem } });

/** @throws DomainError BAD_USER_INPUT; CONFLICT */
function checkErasable({ status, number, mergedIntoId }: Employee, confirmed: string): void {
  if (confirmed.trim() !== number) throw badInput('number', 'This is not the number of that person.');
  if (mergedIntoId != null)
    throw conflict('This is the second record of somebody. Erase that person, or undo the merge first.');
  if (status === 'ACTIVE') throw conflict('This person works here. Let them leave first.');
}
