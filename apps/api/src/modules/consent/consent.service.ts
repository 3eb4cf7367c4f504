import { DomainError } from '@rollcall/contracts';
import type { Consent, Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { RecordConsentInput } from './consent.inputs.js';
import { type ConsentTextVersion, findConsentText, hashConsentText } from './consent-texts.js';

const PURPOSE = 'FACE_RECOGNITION';

export class ConsentService {
  constructor(private readonly context: ServiceContext) {}

  /** The text in force. */
  async currentText(): Promise<ConsentTextVersion> {
    const { consentTextVersion } = await this.context.db.settings.get();
    const text = findConsentText(consentTextVersion);
    if (text === null)
      throw new DomainError('INTERNAL_SERVER_ERROR', { internal: `no consent text ${consentTextVersion}` });
    return text;
  }

  /**
   * Notes that a person agreed, on `agreedOn` (YYYY-MM-DD) if that was earlier. Saying the same twice changes nothing.
   *
   * @throws DomainError NOT_FOUND no such employee, or one who left; BAD_USER_INPUT no such text; CONFLICT another text
   * is agreed to already: withdraw that first
   */
  async record(actor: Actor, input: RecordConsentInput & { readonly agreedOn?: string }): Promise<Consent> {
    authorise(actor, 'faces:write');
    const { db, now, newId } = this.context;
    const text = input.textVersion == null ? await this.currentText() : findConsentText(input.textVersion);
    if (text === null) {
      throw new DomainError('BAD_USER_INPUT', { details: { field: 'textVersion', problem: 'There is no such text.' } });
    }
    const { employeeId, method, agreedOn = null } = input;
    const once = { mutation: 'recordConsent', input, recall: (id: string) => db.consents.getById(id) };
    return onceByKey(this.context, actor, once, (keep) =>
      db.withTransaction(async (session) => {
        const employee = await db.employees.getById(employeeId, { session });
        if (employee.status !== 'ACTIVE') throw new DomainError('NOT_FOUND', { internal: 'employee is not active' });
        const inForce = await db.consents.findInForce(employee.id, PURPOSE, { session });
        if (inForce?.textVersion === text.version) {
          await keep(inForce.id, session);
          return inForce;
        }
        if (inForce !== null)
          throw new DomainError('CONFLICT', { details: { field: 'textVersion', inForce: inForce.textVersion } });
        const record = {
          id: newId(),
          employeeId: employee.id,
          purpose: PURPOSE,
          textVersion: text.version,
          textHash: hashConsentText(text),
          method,
          recordedBy: actorRef(actor),
          recordedAt: now(),
        } as const;
        const consent = await db.consents.insert(record, { session });
        const details = { consentId: consent.id, textVersion: text.version, method, agreedOn };
        const witnessed = { action: 'CONSENT_RECORDED', target: employeeTarget(employee.id), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
        await keep(consent.id, session);
        return consent;
      }),
    );
  }

  /**
   * Ends the agreement and destroys the stored face and its key.
   *
   * @throws DomainError NOT_FOUND; CONSENT_MISSING if there is none in force
   */
  async withdraw(actor: Actor, employeeId: string): Promise<Employee> {
    authorise(actor, 'faces:write');
    const { db, now } = this.context;
    const at = now();
    try {
      await db.withTransaction(async (session) => {
        await db.employees.getById(employeeId, { session });
        const consent = await db.consents.withdraw(employeeId, PURPOSE, { actor: actorRef(actor), at }, { session });
        const templateCount = await db.faceTemplates.deleteByEmployee(employeeId, null, { session });
        const details = { consentId: consent.id, templateCount };
        const witnessed = { action: 'CONSENT_WITHDRAWN', target: employeeTarget(employeeId), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      });
    } catch (error) {
      // A withdrawal that broke off before the key was destroyed is finished by the next try.
      if (error instanceof DomainError && error.code === 'CONSENT_MISSING')
        await db.faceTemplates.eraseKey(employeeId, at);
      throw error;
    }
    // The keys live in another database, so this cannot be part of the transaction.
    await db.faceTemplates.eraseKey(employeeId, at);
    return db.employees.getById(employeeId);
  }
}
