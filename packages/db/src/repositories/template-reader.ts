import { DomainError } from '@rollcall/contracts';
import { readLimit } from '../connection/deadline.js';
import type { KeyStore } from '../crypto/key-store.js';
import { openVector } from '../crypto/vector-cipher.js';
import type { Consent } from '../entities/consent.js';
import type { Employee } from '../entities/employee.js';
import { ReadableTemplate, type TemplateAccess } from '../entities/face-template.js';
import type { ConsentDocument } from '../models/consent.model.js';
import type { EmployeeDocument } from '../models/employee.model.js';
import type { FaceTemplateDocument } from '../models/face-template.model.js';
import type { StoredModel } from '../models/index.js';
import type { AuditRepository } from './audit.repository.js';
import { guarded } from './collection.js';
import { toConsent } from './consent.repository.js';
import { employeeMapper } from './employee-document.js';
import { oneOf } from './filters.js';
import { plainText } from './plain-value.js';
import { FACE_RECOGNITION, galleryPipeline, subjectPipeline } from './template-pipelines.js';
import { numberKey } from './text-keys.js';

/** Who claims to be there, everything needed to check it, and nothing a withdrawn consent forbids. */
export interface VerificationSubject {
  readonly employee: Employee;
  /** Null: none in force, so `templates` is empty. */
  readonly consent: Consent | null;
  /** Usable templates of the asked model. */
  readonly templates: readonly ReadableTemplate[];
  /** True if there are templates, but only of other models: the face must be registered again. */
  readonly hasOtherModel: boolean;
}

export interface SubjectQuery {
  readonly employee: { readonly id: string } | { readonly number: string };
  readonly modelId: string;
}

export interface GalleryQuery {
  readonly modelId: string;
  /** Only persons of these sites. Left out: all. */
  readonly siteIds?: readonly string[] | undefined;
  /** Only these templates. Left out: all. */
  readonly templateIds?: readonly string[] | undefined;
}

/** A template that may be compared now, and whose it is. */
export interface GalleryEntry {
  readonly templateId: string;
  readonly employeeId: string;
  readonly siteId: string | null;
}

const GALLERY_BATCH = 500;

/** The only way to a vector. Every reading names a reader and a reason and leaves an audit entry, found or not. */
export class TemplateReader {
  constructor(
    private readonly employees: StoredModel<EmployeeDocument>,
    private readonly templates: StoredModel<FaceTemplateDocument>,
    private readonly keyStore: KeyStore,
    private readonly audit: AuditRepository,
    private readonly consents: StoredModel<ConsentDocument>,
  ) {}

  /**
   * One person's templates of one model for a 1:1 comparison: one query, with the consent of this very moment. Null if
   * there is no such person. Takes as long for unknown persons as for known ones, apart from decryption (microseconds).
   *
   * @throws DomainError BAD_USER_INPUT without a reason; INTERNAL_SERVER_ERROR if a template was tampered with
   */
  async readForVerification(query: SubjectQuery, access: TemplateAccess): Promise<VerificationSubject | null> {
    const found = await this.findSubject(query);
    // By id wherever there is one: an entry stays when a person is erased, and a number is personal.
    const claimed = 'id' in query.employee ? query.employee.id : query.employee.number;
    const isKnown = found !== null || 'id' in query.employee;
    const target = { kind: isKnown ? 'EMPLOYEE' : 'EMPLOYEE_NUMBER', id: found?._id ?? claimed };
    const [, subject] = await Promise.all([this.note(access, target, query.modelId), this.open(found, query.modelId)]);
    return subject;
  }

  /**
   * All usable templates of a model in batches, for a 1:N comparison. Persons who left are not in it. A damaged template must
   * not stop everybody else: it is left out, and an audit entry names it.
   */
  async *readGallery(query: GalleryQuery, access: TemplateAccess): AsyncGenerator<readonly ReadableTemplate[]> {
    const modelId = plainText(query.modelId, 'modelId');
    const siteIds = query.siteIds?.map((id) => plainText(id, 'siteIds'));
    const templateIds = query.templateIds?.map((id) => plainText(id, 'templateIds'));
    await this.note(access, { kind: 'FACE_GALLERY', id: modelId }, modelId);
    const cursor = this.templates.model
      .aggregate<FaceTemplateDocument>(galleryPipeline(modelId, siteIds, templateIds))
      .cursor({ batchSize: GALLERY_BATCH });
    let batch: FaceTemplateDocument[] = [];
    for await (const document of cursor) {
      batch.push(document);
      if (batch.length < GALLERY_BATCH) continue;
      yield await this.openUndamaged(batch, access);
      batch = [];
    }
    if (batch.length > 0) yield await this.openUndamaged(batch, access);
  }

  /**
   * What `readGallery` would give at this moment, by ids. No vector is read, so nothing is audited. Plain queries: at 1,000 templates they
   * take a fraction of the time of the joins of `readGallery`.
   */
  async listGallery(modelId: string): Promise<readonly GalleryEntry[]> {
    const wanted = { modelId: plainText(modelId, 'modelId') };
    const templates = await guarded(
      this.templates.model
        .find(wanted, { employeeId: 1, consentId: 1 }, readLimit())
        .lean<FaceTemplateDocument[]>()
        .exec(),
    );
    const inForce = {
      _id: oneOf(templates.map(({ consentId }) => consentId)),
      purpose: FACE_RECOGNITION,
      isInForce: true,
    };
    const working = { _id: oneOf(templates.map(({ employeeId }) => employeeId)), status: 'ACTIVE' as const };
    const [consents, employees] = await Promise.all([
      guarded(this.consents.model.find(inForce, { employeeId: 1 }, readLimit()).lean<ConsentDocument[]>().exec()),
      guarded(this.employees.model.find(working, { siteId: 1 }, readLimit()).lean<EmployeeDocument[]>().exec()),
    ]);
    const giverOf = new Map(consents.map(({ _id, employeeId }) => [_id, employeeId]));
    const siteOf = new Map(employees.map(({ _id, siteId }) => [_id, siteId ?? null]));
    return templates.flatMap(({ _id, employeeId, consentId }) => {
      const siteId = siteOf.get(employeeId);
      const isUsable = siteId !== undefined && giverOf.get(consentId) === employeeId;
      return isUsable ? [{ templateId: _id, employeeId, siteId }] : [];
    });
  }

  private async findSubject({ employee }: SubjectQuery) {
    const match: Record<string, string> =
      'id' in employee
        ? { _id: plainText(employee.id, 'employee') }
        : { numberKey: numberKey(plainText(employee.number, 'employee')) };
    const [found] = await guarded(this.employees.model.aggregate(subjectPipeline(match), readLimit()).exec());
    return found ?? null;
  }

  private async open(
    found: Awaited<ReturnType<TemplateReader['findSubject']>>,
    wantedModelId: string,
  ): Promise<VerificationSubject | null> {
    const modelId = plainText(wantedModelId, 'modelId');
    if (found === null) return null;
    const stored = found.templates as FaceTemplateDocument[];
    const usable = stored.filter((template) => template.modelId === modelId);
    const keys = await this.keysOf(usable);
    return {
      employee: employeeMapper.toEntity(found),
      consent: found.consents.length === 0 ? null : toConsent(found.consents[0]),
      templates: usable.flatMap((template) => openTemplate(template, keys)),
      hasOtherModel: stored.length > 0 && usable.length === 0,
    };
  }

  private async openUndamaged(
    documents: readonly FaceTemplateDocument[],
    access: TemplateAccess,
  ): Promise<readonly ReadableTemplate[]> {
    const keys = await this.keysOf(documents);
    const opened: ReadableTemplate[] = [];
    for (const document of documents) {
      try {
        opened.push(...openTemplate(document, keys));
      } catch {
        await this.noteDamage(access, document);
      }
    }
    return opened;
  }

  private async keysOf(documents: readonly FaceTemplateDocument[]): Promise<ReadonlyMap<string, Buffer>> {
    if (documents.length === 0) return new Map();
    return this.keyStore.findByIds(documents.map((document) => document.sealed.keyId));
  }

  private async noteDamage(access: TemplateAccess, { _id, employeeId }: FaceTemplateDocument): Promise<void> {
    const { at, actor, requestId, auditId } = access;
    const target = { kind: 'FACE_TEMPLATE', id: _id };
    const entry = { id: `${auditId}:${_id}`, at, actor, requestId, target, outcome: 'REFUSED' as const };
    await this.audit.insert({ ...entry, action: 'FACE_TEMPLATE_DAMAGED', details: { employeeId } });
  }

  private async note(access: TemplateAccess, target: { kind: string; id: string }, modelId: string): Promise<void> {
    const { auditId: id, at, actor, reason, requestId } = access;
    if (reason.trim() === '') throw new DomainError('BAD_USER_INPUT', { details: { fields: ['reason'] } });
    await this.audit.insert({
      id,
      at,
      actor,
      action: 'FACE_TEMPLATES_READ',
      target,
      outcome: 'DONE',
      requestId,
      details: { reason, modelId },
    });
  }
}

/** None if its key was erased: then it is gone. */
function openTemplate(document: FaceTemplateDocument, keys: ReadonlyMap<string, Buffer>): readonly ReadableTemplate[] {
  const key = keys.get(document.sealed.keyId);
  if (key === undefined) return [];
  const vector = openVector(key, document.sealed, { templateId: document._id, ...document });
  return [new ReadableTemplate(document._id, document.employeeId, document.modelId, vector)];
}
