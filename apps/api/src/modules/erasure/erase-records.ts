import type { DbSession, Employee, ErasedCounts, User } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';

export const EMPLOYEE_ERASED = 'EMPLOYEE_ERASED';
const PURPOSE = 'FACE_RECOGNITION';
// Like a text that was erased: the same in every language.
const NAME = '—';

/** What the entry in the record of who did what says; the certificate is read from it. */
export type ErasureDetails = {
  readonly reason: string;
  readonly mergedIds: readonly string[];
  readonly erased: ErasedCounts;
};

/** The records of one person, the first of which keeps its id in the entry; the others were merged into it. */
export interface ErasedPerson {
  readonly records: readonly Employee[];
  readonly accounts: readonly User[];
  readonly reason: string;
}

export const idsOf = (records: readonly Employee[]): readonly string[] => records.map(({ id }) => id);

/** Erases everything but the keys, with the entry about it; docs/adr/0128 says what goes and what stays. */
export async function eraseRecords(
  context: ServiceContext,
  actor: Actor,
  { records, accounts, reason }: ErasedPerson,
  session: DbSession,
): Promise<void> {
  const { db } = context;
  const [id, ...mergedIds] = idsOf(records);
  if (id === undefined) return;
  let templates = 0;
  for (const record of records) templates += await eraseFace(context, actor, record.id, session);
  const traces = await db.erasures.eraseTraces(idsOf(records), { session });
  const erased = { FACE_TEMPLATES: templates, ...traces, ACCOUNTS: accounts.length };
  for (const account of accounts) await eraseAccount(context, account, session);
  for (const record of records) await eraseRecord(context, record, session);
  const details: ErasureDetails = { reason, mergedIds, erased };
  const witnessed = { action: EMPLOYEE_ERASED, target: employeeTarget(id), details };
  await db.audit.insert(auditEntry(context, actor, witnessed), { session });
}

/**
 * What lies in the other database: notes that these people were erased, so that a restored backup does not bring them back, and
 * destroys their keys. After the transaction of `eraseRecords`; again does no harm.
 */
export async function finishErasure({ db, now }: ServiceContext, employeeIds: readonly string[]): Promise<void> {
  for (const id of employeeIds) {
    await db.erasureLedger.note(id, now());
    await db.faceTemplates.eraseKey(id, now());
  }
}

/** Deletes the stored faces of a person and ends the agreement, if one is in force. Returns how many faces there were. */
export async function eraseFace(
  { db, now }: ServiceContext,
  actor: Actor,
  employeeId: string,
  session: DbSession,
): Promise<number> {
  const count = await db.faceTemplates.deleteByEmployee(employeeId, null, { session });
  if ((await db.consents.findInForce(employeeId, PURPOSE, { session })) !== null)
    await db.consents.withdraw(employeeId, PURPOSE, { actor: actorRef(actor), at: now() }, { session });
  return count;
}

async function eraseAccount({ db, now }: ServiceContext, { id }: User, session: DbSession): Promise<void> {
  await db.erasures.eraseSignIn(id, { session });
  await db.users.anonymise(id, { name: NAME, email: `${id}@erased.invalid` }, now(), { session });
}

/** What days are judged by stays: site, shift, department, dates. */
async function eraseRecord({ db, now, newId }: ServiceContext, { id }: Employee, session: DbSession): Promise<void> {
  // As it is now: deleting the face wrote to it.
  const { version } = await db.employees.getById(id, { session });
  const nothing = { email: null, externalId: null, badge: null, homeTimeZone: null, customFields: {} };
  const number = `erased-${newId().replaceAll('-', '').slice(0, 12)}`;
  const change = { ...nothing, number, name: NAME, status: 'ERASED' as const };
  await db.employees.update(id, change, { version, now: now() }, { session });
}
