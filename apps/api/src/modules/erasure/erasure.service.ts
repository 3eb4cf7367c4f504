import { DomainError, ERASED_KINDS } from '@rollcall/contracts';
import type { DbSession, Employee, ErasedCounts, User } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { EraseEmployeeInput } from './erasure.inputs.js';
import type { ErasureCertificate } from './erasure.types.js';

const ACTION = 'EMPLOYEE_ERASED';
const PURPOSE = 'FACE_RECOGNITION';
// Like a text that was erased: the same in every language.
const NAME = '—';

/** What the entry in the record of who did what says; the certificate is read from it. */
type ErasureDetails = {
  readonly reason: string;
  readonly mergedIds: readonly string[];
  readonly erased: ErasedCounts;
};

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
      const erased = { ...(await this.eraseFaces(actor, all, session)) };
      Object.assign(erased, await db.erasures.eraseTraces(idsOf(all), { session }), { ACCOUNTS: accounts.length });
      for (const account of accounts) await this.eraseAccount(account, session);
      for (const record of all) await this.eraseRecord(record, session);
      const details: ErasureDetails = { reason: why, mergedIds: idsOf(all).slice(1), erased };
      const witnessed = { action: ACTION, target: employeeTarget(employeeId), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return all;
    });
    // The keys live in another database. A try that broke off before this is finished by the next one.
    for (const { id } of records) await db.faceTemplates.eraseKey(id, this.context.now());
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
    const found = await db.audit.list({ action: ACTION, target: { kind: 'EMPLOYEE', id: ownerId } }, { first: 1 });
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

  private async eraseFaces(actor: Actor, records: readonly Employee[], session: DbSession): Promise<ErasedCounts> {
    const { db, now } = this.context;
    let count = 0;
    for (const { id } of records) {
      count += await db.faceTemplates.deleteByEmployee(id, null, { session });
      if ((await db.consents.findInForce(id, PURPOSE, { session })) !== null)
        await db.consents.withdraw(id, PURPOSE, { actor: actorRef(actor), at: now() }, { session });
    }
    return { FACE_TEMPLATES: count };
  }

  private async eraseAccount({ id }: User, session: DbSession): Promise<void> {
    const { db, now } = this.context;
    await db.erasures.eraseSignIn(id, { session });
    await db.users.anonymise(id, { name: NAME, email: `${id}@erased.invalid` }, now(), { session });
  }

  /** What days are judged by stays: site, shift, department, dates. */
  private async eraseRecord({ id }: Employee, session: DbSession): Promise<void> {
    const { db, now, newId } = this.context;
    // As it is now: deleting the face wrote to it.
    const { version } = await db.employees.getById(id, { session });
    const nothing = { email: null, externalId: null, badge: null, homeTimeZone: null, customFields: {} };
    const number = `erased-${newId().replaceAll('-', '').slice(0, 12)}`;
    const change = { ...nothing, number, name: NAME, status: 'ERASED' as const };
    await db.employees.update(id, change, { version, now: now() }, { session });
  }
}

const idsOf = (records: readonly Employee[]): readonly string[] => records.map(({ id }) => id);

const conflict = (problem: string): DomainError =>
  new DomainError('CONFLICT', { details: { field: 'employeeId', problem } });

/** @throws DomainError BAD_USER_INPUT; CONFLICT */
function checkErasable({ status, number, mergedIntoId }: Employee, confirmed: string): void {
  if (confirmed.trim() !== number) throw badInput('number', 'This is not the number of that person.');
  if (mergedIntoId != null)
    throw conflict('This is the second record of somebody. Erase that person, or undo the merge first.');
  if (status === 'ACTIVE') throw conflict('This person works here. Let them leave first.');
}
