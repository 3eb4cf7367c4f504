import { DomainError } from '@rollcall/contracts';
import type { ActorRef } from '../entities/actor.js';
import type { Consent, ConsentPurpose } from '../entities/consent.js';
import type { ConsentDocument } from '../models/consent.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { oneOf } from './filters.js';

export const { fields: consentFields, toEntity: toConsent } = entityMapper<Consent>()([
  'employeeId',
  'purpose',
  'textVersion',
  'textLanguage',
  'textHash',
  'method',
  'recordedBy',
  'recordedAt',
  'withdrawnBy',
  'withdrawnAt',
]);

export type NewConsent = Omit<Consent, 'withdrawnBy' | 'withdrawnAt'>;

export class ConsentRepository {
  constructor(private readonly collection: Collection<ConsentDocument>) {}

  async findById(id: string, options: WithSession = {}): Promise<Consent | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && toConsent(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<Consent> {
    return toConsent(await this.collection.getOne({ _id: id }, options));
  }

  async findInForce(employeeId: string, purpose: ConsentPurpose, options: WithSession = {}): Promise<Consent | null> {
    const found = await this.collection.findOne({ employeeId, purpose, isInForce: true }, options);
    return found && toConsent(found);
  }

  /** Those in force among these persons, for lists. */
  async listInForce(
    employeeIds: readonly string[],
    purpose: ConsentPurpose,
    options: WithSession = {},
  ): Promise<readonly Consent[]> {
    const filter = { employeeId: oneOf(employeeIds), purpose, isInForce: true };
    return (await this.collection.find(filter, options)).map(toConsent);
  }

  /** All of a person's consents, newest first. */
  async listByEmployee(employeeId: string, options: WithSession = {}): Promise<readonly Consent[]> {
    return (await this.collection.find({ employeeId }, { ...options, sort: { recordedAt: -1 } })).map(toConsent);
  }

  /** @throws DomainError CONFLICT if one for this purpose is in force already */
  async insert(consent: NewConsent, options: WithSession = {}): Promise<Consent> {
    const document = { ...toDocument(consent), withdrawnBy: null, withdrawnAt: null, isInForce: true };
    await this.collection.insert(document, options);
    return toConsent(document);
  }

  /**
   * Ends the consent in force: from the commit on, no template made under it can be read by anyone.
   * Delete the templates and erase the key as well (`FaceTemplateRepository.destroyAll`).
   *
   * @throws DomainError CONSENT_MISSING if none is in force
   */
  async withdraw(
    employeeId: string,
    purpose: ConsentPurpose,
    by: { readonly actor: ActorRef; readonly at: Date },
    options: WithSession = {},
  ): Promise<Consent> {
    const update = { $set: { isInForce: false, withdrawnBy: { ...by.actor }, withdrawnAt: by.at } };
    const changed = await this.collection.findOneAndUpdate({ employeeId, purpose, isInForce: true }, update, options);
    if (changed === null) throw new DomainError('CONSENT_MISSING', { internal: 'nothing to withdraw' });
    return toConsent(changed);
  }
}
