import { DomainError } from '@rollcall/contracts';
import type { Employee, FaceTemplate, TemplateAccess } from '@rollcall/db';
import {
  type CaptureResult,
  createEmbedding,
  type Embedding,
  type FaceEngine,
  meanTemplate,
  verify,
} from '@rollcall/face-core';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit } from '../../access/read-limit.js';
import { attemptRecord } from '../../services/attempt-record.js';
import { readImage } from '../../services/image-input.js';
import { actorRef, auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { RegisterFaceInput } from './face.inputs.js';
import { type JudgedImage, type Judgement, judgeRegistration, withOutcome } from './registration.js';

export interface Registration {
  readonly outcome: Judgement['outcome'];
  readonly images: readonly JudgedImage[];
  /** The templates now in force if something was registered. */
  readonly templates: readonly FaceTemplate[];
  readonly duplicateOf: Employee | null;
}

const PURPOSE = 'FACE_RECOGNITION';

export class RegisterFaceService {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
  ) {}

  /**
   * Makes one template, the mean of all usable photos, and keeps it encrypted. Nothing is kept of a refused registration
   * but the attempts.
   *
   * @throws DomainError NOT_FOUND no such employee, or one who left; CONSENT_MISSING; the errors of images and engine
   */
  async register(actor: Actor, input: RegisterFaceInput): Promise<Registration> {
    authorise(actor, 'faces:write');
    const images = input.images.map((image, index) => readImage(image, `images.${index}`));
    const employee = await this.employeeFor(input.employeeId);
    const consent = await this.context.db.consents.findInForce(employee.id, PURPOSE);
    if (consent === null) throw new DomainError('CONSENT_MISSING');
    // Portraits of badges and passports are photos of prints: for people's uploads a suspicion is shown, not decisive.
    const pad = actor.kind === 'USER' ? 'FLAG' : actor.padPolicy;
    const captures = await Promise.all(images.map((image) => this.engine.capture(image, { pad })));
    const stored = input.replace ? [] : await this.storedEmbeddings(actor, employee.id);
    const judgement = judgeRegistration(captures, stored, this.engine.operatingPoint('VERIFY'));
    if (judgement.outcome !== 'REGISTERED') return this.refuse(actor, employee, judgement, null);
    const mean = meanTemplate(judgement.usable.map((face) => face.embedding));
    const duplicateId = await this.findDuplicate(actor, employee.id, mean);
    if (duplicateId !== null)
      return this.refuse(actor, employee, withOutcome(judgement, 'DUPLICATE_FACE'), duplicateId);
    return this.store(actor, { employee, consentId: consent.id, judgement, mean, replace: input.replace });
  }

  private async employeeFor(id: string): Promise<Employee> {
    const employee = await this.context.db.employees.getById(id);
    if (employee.status !== 'ACTIVE') throw new DomainError('NOT_FOUND', { internal: 'employee is not active' });
    return employee;
  }

  private access(actor: Actor, reason: string): TemplateAccess {
    const { now, newId } = this.context;
    return { auditId: newId(), at: now(), actor: actorRef(actor), reason, requestId: actor.requestId };
  }

  private async storedEmbeddings(actor: Actor, employeeId: string): Promise<readonly Embedding[]> {
    const { modelId } = this.engine;
    const query = { employee: { id: employeeId }, modelId };
    const subject = await this.context.db.templateReader.readForVerification(
      query,
      this.access(actor, 'REGISTER_CONSISTENCY'),
    );
    return (subject?.templates ?? []).map(({ vector }) => createEmbedding(modelId, vector));
  }

  /** The person whose stored face is most like this one, if it is alike enough to be the same. */
  private async findDuplicate(actor: Actor, employeeId: string, mean: Embedding): Promise<string | null> {
    const point = this.engine.operatingPoint('DUPLICATE');
    let best: { employeeId: string; similarity: number } | null = null;
    const gallery = this.context.db.templateReader.readGallery(
      { modelId: mean.modelId },
      this.access(actor, 'REGISTER_DUPLICATE_CHECK'),
    );
    for await (const batch of gallery) {
      for (const template of batch) {
        if (template.employeeId === employeeId) continue;
        const { outcome, similarity } = verify(mean, [createEmbedding(template.modelId, template.vector)], point);
        if (outcome === 'MATCH' && (best === null || similarity > best.similarity))
          best = { employeeId: template.employeeId, similarity };
      }
    }
    return best?.employeeId ?? null;
  }

  private async refuse(
    actor: Actor,
    employee: Employee,
    judgement: Judgement,
    duplicateId: string | null,
  ): Promise<Registration> {
    const { db } = this.context;
    const details = { outcome: judgement.outcome, imageCount: judgement.images.length };
    await db.withTransaction(async (session) => {
      for (const attempt of this.attemptsOf(actor, employee, judgement))
        await db.captureAttempts.insert(attempt, { session });
      const witnessed = {
        action: 'FACE_REGISTRATION_REFUSED',
        target: employeeTarget(employee.id),
        outcome: 'REFUSED' as const,
        details,
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    });
    return { ...judgement, templates: [], duplicateOf: await this.visibleEmployee(actor, duplicateId) };
  }

  private async store(actor: Actor, ready: ReadyRegistration): Promise<Registration> {
    const { db, now, newId } = this.context;
    const { employee, consentId, judgement, mean, replace } = ready;
    const { usable } = judgement;
    const quality = usable.reduce((sum, face) => sum + face.quality.score, 0) / usable.length;
    const owner = { employeeId: employee.id, consentId, createdBy: actorRef(actor), createdAt: now() };
    const template = {
      id: newId(),
      ...owner,
      modelId: mean.modelId,
      imageCount: usable.length,
      quality,
      vector: mean.vector,
    };
    const attempts = this.attemptsOf(actor, employee, judgement);
    return db.withTransaction(async (session) => {
      const replacedCount = replace ? await db.faceTemplates.deleteByEmployee(employee.id, null, { session }) : 0;
      await db.faceTemplates.insert(template, { session });
      for (const attempt of attempts) await db.captureAttempts.insert(attempt, { session });
      const details = { templateId: template.id, modelId: mean.modelId, imageCount: usable.length, replacedCount };
      const witnessed = { action: 'FACE_REGISTERED', target: employeeTarget(employee.id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      const templates = await db.faceTemplates.listByEmployee(employee.id, { session });
      return { outcome: judgement.outcome, images: judgement.images, templates, duplicateOf: null };
    });
  }

  private attemptsOf(actor: Actor, employee: Employee, judgement: Judgement) {
    const point = this.engine.operatingPoint('VERIFY');
    const at = this.context.now();
    const facts = { kind: 'REGISTER', employee, employeeNumber: employee.number, similarity: null, point, at } as const;
    return judgement.images.map(({ outcome, capture }: { outcome: string; capture: CaptureResult }) =>
      attemptRecord(this.context, actor, { ...facts, outcome, capture }),
    );
  }

  /** Who it is, if this actor may see that person. */
  private async visibleEmployee(actor: Actor, id: string | null): Promise<Employee | null> {
    if (id === null || !hasScope(actor, 'employees:read')) return null;
    const employee = await this.context.db.employees.findById(id);
    return employee !== null && isVisible(readLimit(actor, 'employees:read'), employee) ? employee : null;
  }
}

interface ReadyRegistration {
  readonly employee: Employee;
  readonly consentId: string;
  readonly judgement: Judgement;
  readonly mean: Embedding;
  readonly replace: boolean;
}
