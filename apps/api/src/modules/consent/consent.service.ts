import { DomainError, type ReportLocale } from '@rollcall/contracts';
import type { Consent, DbSession, Employee } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import {
  type ConsentTextVersion,
  findConsentText,
  hashConsentText,
} from '../../services/consent-texts/consent-texts.js';
import { onceByKey } from '../../services/once-by-key.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { RecordConsentInput } from './consent.inputs.js';

const PURPOSE = 'FACE_RECOGNITION';

export class ConsentService {
  constructor(private readonly context: ServiceContext) {}

  /** The text in force. */
  async currentText(language: ReportLocale): Promise<ConsentTextVersion> {
    const { consentTextVersion } = await this.context.db.settings.get();
    const text = findConsentText(consentTextVersion, language);
    if (text === null)
      throw new DomainError('INTERNAL_SERVER_ERROR', { internal: `no consent text ${consentTextVersion}` });
    return text;
  }

  /**
   * Notes that a person agreed, on `agreedOn` (YYYY-MM-DD) if that was earlier. Saying the same twice changes nothing. Another text
   * takes the place of the one that was agreed to: the stored face stays, photos that were kept go.
   *
   * @throws DomainError NOT_FOUND no such employee, or one who left; BAD_USER_INPUT no such text
   */
  async record(actor: Actor, input: RecordConsentInput & { readonly agreedOn?: string }): Promise<Consent> {
    authorise(actor, 'faces:write');
    const { db, now, newId } = this.context;
    const text = await this.textOf(input);
    const once = { mutation: 'recordConsent', input, recall: (id: string) => db.consents.getById(id) };
    return onceByKey(this.context, actor, once, (keep) =>
      db.withTransaction(async (session) => {
        const employee = await db.employees.getById(input.employeeId, { session });
        if (employee.status !== 'ACTIVE') throw new DomainError('NOT_FOUND', { internal: 'employee is not active' });
        const inForce = await db.consents.findInForce(employee.id, PURPOSE, { session });
        if (inForce?.textVersion === text.version) {
          await keep(inForce.id, session);
          return inForce;
        }
        const by = { actor: actorRef(actor), at: now() };
        if (inForce !== null) await db.consents.withdraw(employee.id, PURPOSE, by, { session });
        const record = {
          id: newId(),
          employeeId: employee.id,
          purpose: PURPOSE,
          textVersion: text.version,
          textLanguage: text.language,
          textHash: hashConsentText(text),
          method: input.method,
          recordedBy: by.actor,
          recordedAt: by.at,
        } as const;
        const consent = await db.consents.insert(record, { session });
        const moved = inForce === null ? {} : await this.moveFace(employee.id, { from: inForce, to: consent }, session);
        const agreedOn = input.agreedOn ?? null;
        const { textVersion, textLanguage, method } = consent;
        const details = { consentId: consent.id, textVersion, textLanguage, method, agreedOn, ...moved };
        const witnessed = { action: 'CONSENT_RECORDED', target: employeeTarget(employee.id), details };
        await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
        await keep(consent.id, session);
        return consent;
      }),
    );
  }

  private async textOf({ textVersion, textLanguage }: RecordConsentInput): Promise<ConsentTextVersion> {
    const language = textLanguage ?? 'EN';
    const text = textVersion == null ? await this.currentText(language) : findConsentText(textVersion, language);
    if (text === null) throw badInput('textVersion', 'There is no such text.');
    return text;
  }

  private async moveFace(
    employeeId: string,
    { from, to }: { readonly from: Consent; readonly to: Consent },
    session: DbSession,
  ) {
    const { faceTemplates, facePhotos } = this.context.db;
    const templateCount = await faceTemplates.moveToConsent(employeeId, { from: from.id, to: to.id }, { session });
    const photosDeleted = await facePhotos.deleteByEmployee(employeeId, null, { session });
    return { insteadOf: from.id, templateCount, photosDeleted };
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
        const photoCount = await db.facePhotos.deleteByEmployee(employeeId, null, { session });
        const details = { consentId: consent.id, templateCount, photoCount };
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
    await db.faceTemplates.giveUpKey(employeeId, at);
    return db.employees.getById(employeeId);
  }
}
