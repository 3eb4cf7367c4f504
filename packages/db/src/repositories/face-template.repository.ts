import { DomainError } from '@rollcall/contracts';
import { type Erasure, employeeKeyOwner, type KeyStore } from '../crypto/key-store.js';
import { openVector, sealVector } from '../crypto/vector-cipher.js';
import type { FaceTemplate, NewFaceTemplate } from '../entities/face-template.js';
import type { ConsentDocument } from '../models/consent.model.js';
import type { EmployeeDocument } from '../models/employee.model.js';
import type { FaceTemplateDocument } from '../models/face-template.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { lessThan, oneOf } from './filters.js';

/** Without the sealed vector: it isn't even fetched. */
const { fields, toEntity } = entityMapper<FaceTemplate>()([
  'employeeId',
  'consentId',
  'modelId',
  'imageCount',
  'quality',
  'createdBy',
  'createdAt',
]);

const KEYS_AT_ONCE = 1_000;

/** Stores and forgets faces; reading them is `TemplateReader`'s. */
export class FaceTemplateRepository {
  constructor(
    private readonly collection: Collection<FaceTemplateDocument>,
    private readonly consents: Collection<ConsentDocument>,
    private readonly employees: Collection<EmployeeDocument>,
    private readonly keyStore: KeyStore,
  ) {}

  /** What is stored of a person, without vectors, oldest first. */
  async listByEmployee(employeeId: string, options: WithSession = {}): Promise<readonly FaceTemplate[]> {
    return (await this.collection.find({ employeeId }, { ...options, fields, sort: { createdAt: 1, _id: 1 } })).map(
      toEntity,
    );
  }

  async listByEmployees(employeeIds: readonly string[], options: WithSession = {}): Promise<readonly FaceTemplate[]> {
    const filter = { employeeId: oneOf(employeeIds) };
    return (await this.collection.find(filter, { ...options, fields, sort: { createdAt: 1, _id: 1 } })).map(toEntity);
  }

  /** Number of templates of a model: the size of the gallery. */
  async countByModel(modelId: string, options: WithSession = {}): Promise<number> {
    return this.collection.count({ modelId }, options);
  }

  /** The templates of a model that fewer than `images` photos went into, by id. */
  async listOfFewImages(modelId: string, images: number): Promise<readonly FaceTemplate[]> {
    const filter = { modelId, imageCount: lessThan(images) };
    return (await this.collection.find(filter, { fields, sort: { _id: 1 } })).map(toEntity);
  }

  /** The ids of all templates of a model, usable or not. Read from the index alone. */
  async listIds(modelId: string, options: WithSession = {}): Promise<readonly string[]> {
    const found = await this.collection.find({ modelId }, { ...options, fields: ['_id'] });
    return found.map(({ _id }) => _id);
  }

  /**
   * Encrypts and stores one template under the consent it names. Call it in the transaction of its audit entry.
   *
   * @throws DomainError CONSENT_MISSING if that consent is not this person's or not in force
   */
  async insert(template: NewFaceTemplate, options: WithSession = {}): Promise<FaceTemplate> {
    const { id, employeeId, consentId, modelId, vector, ...rest } = template;
    const filter = { _id: consentId, employeeId, isInForce: true };
    if ((await this.consents.findOne(filter, options)) === null) throw new DomainError('CONSENT_MISSING');
    const dataKey = await this.keyStore.ensure(employeeKeyOwner(employeeId), template.createdAt);
    const sealed = sealVector(dataKey, vector, { templateId: id, employeeId, consentId, modelId });
    const document = { _id: id, employeeId, consentId, modelId, ...rest, sealed };
    await this.collection.insert(document, options);
    await this.employees.updateOne({ _id: employeeId }, { $addToSet: { templateModelIds: modelId } }, options);
    return toEntity(document);
  }

  /** Deletes a person's templates, of one model or all. Returns how many there were. */
  async deleteByEmployee(
    employeeId: string,
    modelId: string | null = null,
    options: WithSession = {},
  ): Promise<number> {
    const deleted = await this.collection.deleteMany(
      modelId === null ? { employeeId } : { employeeId, modelId },
      options,
    );
    const update = modelId === null ? { $set: { templateModelIds: [] } } : { $pull: { templateModelIds: modelId } };
    await this.employees.updateOne({ _id: employeeId }, update, options);
    return deleted;
  }

  /**
   * Puts a person's templates under another consent of the same person, because a newer text was agreed to: the face need not be
   * registered again. Nothing is given out. One that no key opens any more stays where it is, unreadable. Returns how many moved.
   *
   * @throws DomainError INTERNAL_SERVER_ERROR if a template was tampered with
   */
  async moveToConsent(
    employeeId: string,
    { from, to }: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<number> {
    const documents = await this.collection.find({ employeeId, consentId: from }, options);
    const keys = await this.keyStore.findByIds(documents.map(({ sealed }) => sealed.keyId));
    let moved = 0;
    for (const { _id, modelId, sealed } of documents) {
      const key = keys.get(sealed.keyId);
      if (key === undefined) continue;
      const place = { templateId: _id, employeeId, modelId };
      const vector = openVector(key, sealed, { ...place, consentId: from });
      const anew = sealVector({ id: sealed.keyId, key }, vector, { ...place, consentId: to });
      await this.collection.updateOne({ _id }, { $set: { consentId: to, sealed: anew } }, options);
      moved += 1;
    }
    return moved;
  }

  /**
   * Destroys the person's data key: copies of the templates in any backup become unreadable too. The key store is
   * another database, so do it after the transaction that deleted the templates.
   */
  async eraseKey(employeeId: string, now: Date): Promise<void> {
    await this.keyStore.erase(employeeKeyOwner(employeeId), now);
  }

  /**
   * As `eraseKey`, also where nothing was ever sealed: the ledger knows then that the agreement was given up, and a backup of
   * before that is restored does not bring it back.
   */
  async giveUpKey(employeeId: string, now: Date): Promise<void> {
    await this.keyStore.ensure(employeeKeyOwner(employeeId), now);
    await this.eraseKey(employeeId, now);
  }

  /** Whose stored faces no key opens any more, one after the other; somebody may come twice. */
  async *eachUnreadable(): AsyncGenerator<string> {
    let batch: FaceTemplateDocument[] = [];
    const unreadable = async () => {
      const found = await this.keyStore.listExisting(batch.map(({ sealed }) => sealed.keyId));
      return batch.filter(({ sealed }) => !found.has(sealed.keyId)).map(({ employeeId }) => employeeId);
    };
    for await (const template of this.collection.each({}, { fields: ['employeeId', 'sealed.keyId'] })) {
      batch.push(template);
      if (batch.length < KEYS_AT_ONCE) continue;
      yield* await unreadable();
      batch = [];
    }
    yield* await unreadable();
  }

  /** The ledger of the person's keys: each that was destroyed, the first one first. */
  async listErasures(employeeId: string): Promise<readonly Erasure[]> {
    return this.keyStore.listErasures(employeeKeyOwner(employeeId));
  }
}
