import { DomainError } from '@rollcall/contracts';
import type { DbSession, Employee, TemplateAccess } from '@rollcall/db';
import {
  type CaptureResult,
  createEmbedding,
  type Embedding,
  type FaceEngine,
  meanTemplate,
} from '@rollcall/face-core';
import { authorise, hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit } from '../../access/read-limit.js';
import { attemptRecord } from '../../services/attempt-record.js';
import { badInput } from '../../services/bad-input.js';
import { type FacePhotoKeeper, keepPhoto, type PhotoDraft } from '../../services/face-photo-keeper.js';
import { readImage } from '../../services/image-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import {
  actorRef,
  auditEntry,
  employeeTarget,
  type Keep,
  type ServiceContext,
} from '../../services/service-context.js';
import { hashOfImage, pictureOf } from '../../services/shown-face.js';
import { DuplicateCheck, type DuplicateSearch, type FoundDuplicate } from './duplicate-check.js';
import type { AllowDuplicateInput, RegisterFaceInput } from './face.inputs.js';
import { GalleryWatch } from './gallery-watch.js';
import { type Judgement, judgeRegistration, withOutcome } from './registration.js';
import {
  type Duplicate,
  type KeptRegistration,
  type Registration,
  recallRegistration,
  toKept,
  toRegisteredPhoto,
} from './registration-answer.js';

/** How else a registration may come about. */
export interface RegistrationOptions {
  /** From photos that were kept of an earlier registration: they are not kept once more. Default: false. */
  readonly isFromKept?: boolean;
}

const PURPOSE = 'FACE_RECOGNITION';

export class RegisterFaceService {
  private readonly duplicates: DuplicateCheck;

  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
    private readonly photos: FacePhotoKeeper,
  ) {
    this.duplicates = new DuplicateCheck(context, engine);
  }

  /**
   * Makes one template, the mean of all usable photos, and keeps it encrypted. Nothing is kept of a refused registration
   * but the attempts. A face that somebody else is registered with is kept only with `allowDuplicate`, and the reason is audited.
   *
   * @throws DomainError NOT_FOUND no such employee, or one who left; CONSENT_MISSING; FORBIDDEN for `allowDuplicate` unless the
   * actor is an owner or HR administrator; the errors of images and engine
   */
  async register(
    actor: Actor,
    input: RegisterFaceInput,
    { isFromKept = false }: RegistrationOptions = {},
  ): Promise<Registration> {
    authorise(actor, 'faces:write');
    if (input.allowDuplicate != null) checkMayAllow(actor, input.allowDuplicate);
    const images = input.images.map((image, index) => readImage(image, `images.${index}`));
    const once = {
      mutation: 'registerFace',
      input: { ...input, images: images.map(hashOfImage) },
      recall: (kept: KeptRegistration) => this.recall(actor, kept),
    };
    return onceByKey(this.context, actor, once, (keep) =>
      this.judgeAndStore(actor, { input, images, isFromKept }, keep),
    );
  }

  private async judgeAndStore(
    actor: Actor,
    { input, images, isFromKept }: GivenPhotos,
    keep: KeepRegistration,
  ): Promise<Registration> {
    const employee = await this.employeeFor(input.employeeId);
    const consent = await this.context.db.consents.findInForce(employee.id, PURPOSE);
    if (consent === null) throw new DomainError('CONSENT_MISSING');
    // Portraits of badges and passports are photos of prints: for people's uploads a suspicion is shown, not decisive.
    const pad = actor.kind === 'USER' ? 'FLAG' : actor.padPolicy;
    const captures = await Promise.all(images.map((image) => this.engine.capture(image, { pad })));
    const watch = await GalleryWatch.begin(this.context, this.engine.modelId);
    const judge = async () => {
      const stored = input.replace ? [] : await this.storedEmbeddings(actor, employee.id);
      return judgeRegistration(captures, stored, this.engine.operatingPoint('VERIFY'));
    };
    let judgement = await judge();
    if (judgement.outcome !== 'REGISTERED') return this.refuse(actor, employee, judgement, keep);
    const photos = isFromKept ? [] : await this.draftPhotos(employee, images, judgement);
    const mean = meanTemplate(judgement.usable.map((face) => face.embedding));
    let search = await this.duplicates.find(actor, employee.id, mean);
    for (;;) {
      const { found } = search;
      if (found.length > 0 && !isAllowed(found, input.allowDuplicate))
        return this.refuse(actor, employee, withOutcome(judgement, 'DUPLICATE_FACE'), keep, found[0]);
      const allowed = found.length > 0 ? { ...search, reason: input.allowDuplicate?.reason.trim() ?? '' } : null;
      const ready = { employee, consentId: consent.id, judgement, mean, photos, replace: input.replace, allowed };
      const stored = await this.store(actor, ready, watch, keep);
      if ('registration' in stored) return stored.registration;
      const access = this.access(actor, 'REGISTER_DUPLICATE_CHECK');
      const newcomers = { templateIds: stored.newcomers, employeeId: employee.id, mean, access };
      const extended = await watch.extend(search, newcomers);
      search = extended.search;
      if (!extended.hasOwn) continue;
      judgement = await judge();
      if (judgement.outcome !== 'REGISTERED') return this.refuse(actor, employee, judgement, keep);
    }
  }

  /** In the order of the images; null where nothing of the image is kept. */
  private async draftPhotos(employee: Employee, images: readonly Uint8Array[], { images: judged }: Judgement) {
    return Promise.all(
      images.map((image, index) => {
        const capture = judged[index]?.capture;
        const isUsed = capture?.outcome === 'CAPTURED';
        return this.photos.draft('REGISTRATION', employee, isUsed ? pictureOf(image, capture) : null);
      }),
    );
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

  private async refuse(
    actor: Actor,
    employee: Employee,
    judgement: Judgement,
    keep: KeepRegistration,
    found?: FoundDuplicate,
  ): Promise<Registration> {
    const { db } = this.context;
    const duplicate = found === undefined ? null : this.describe(found);
    const duplicateOfId = duplicate?.employeeId ?? null;
    const answer = { outcome: judgement.outcome, images: judgement.images.map(toRegisteredPhoto), templates: [] };
    const attempts = this.attemptsOf(actor, employee, judgement);
    const details = { outcome: judgement.outcome, imageCount: judgement.images.length, duplicateOfId };
    await db.withTransaction(async (session) => {
      for (const attempt of attempts) await db.captureAttempts.insert(attempt, { session });
      const witnessed = {
        action: 'FACE_REGISTRATION_REFUSED',
        target: employeeTarget(employee.id),
        outcome: 'REFUSED' as const,
        details,
      };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      await keep(toKept(employee.id, answer, attempts, duplicate), session);
    });
    return { ...answer, ...(await this.shownDuplicate(actor, duplicate)) };
  }

  private async recall(actor: Actor, kept: KeptRegistration): Promise<Registration> {
    const answer = await recallRegistration(this.context, kept);
    return { ...answer, ...(await this.shownDuplicate(actor, kept.duplicate)) };
  }

  private describe(found: FoundDuplicate): Duplicate {
    return { employeeId: found.employeeId, likeness: this.duplicates.likenessOf(found) };
  }

  private async shownDuplicate(actor: Actor, duplicate: Duplicate | null) {
    const duplicateOf = await this.visibleEmployee(actor, duplicate?.employeeId ?? null);
    return { duplicateOf, duplicateLikeness: duplicateOf === null ? null : (duplicate?.likeness ?? null) };
  }

  /** Stores all or nothing: nothing if somebody else stored a face meanwhile that this one was not compared with. */
  private async store(
    actor: Actor,
    ready: ReadyRegistration,
    watch: GalleryWatch,
    keep: KeepRegistration,
  ): Promise<Stored> {
    const { db, now, newId } = this.context;
    const { employee, consentId, judgement, mean, photos, replace, allowed } = ready;
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
      const newcomers = await watch.newcomers(template.id, session);
      if (newcomers.length > 0) return { newcomers };
      const replacedCount = replace ? await db.faceTemplates.deleteByEmployee(employee.id, null, { session }) : 0;
      if (replace) await db.facePhotos.deleteByEmployee(employee.id, 'REGISTRATION', { session });
      await db.faceTemplates.insert(template, { session });
      for (const [index, attempt] of attempts.entries()) {
        await db.captureAttempts.insert(attempt, { session });
        await keepPhoto(this.context, photos[index] ?? null, attempt, session);
      }
      const details = { templateId: template.id, modelId: mean.modelId, imageCount: usable.length, replacedCount };
      const witnessed = { action: 'FACE_REGISTERED', target: employeeTarget(employee.id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      if (allowed !== null) await this.noteAllowed(actor, employee, allowed, session);
      const templates = await db.faceTemplates.listByEmployee(employee.id, { session });
      const answer = { outcome: judgement.outcome, images: judgement.images.map(toRegisteredPhoto), templates };
      await keep(toKept(employee.id, answer, attempts, null), session);
      return { registration: { ...answer, duplicateOf: null, duplicateLikeness: null } };
    });
  }

  private async noteAllowed(
    actor: Actor,
    { id }: Employee,
    { found, point, reason }: AllowedDuplicate,
    session: DbSession,
  ) {
    const { db } = this.context;
    const details = {
      reason,
      duplicateOfIds: found.map(({ employeeId }) => employeeId),
      pointId: point.id,
    };
    const witnessed = { action: 'FACE_DUPLICATE_ALLOWED', target: employeeTarget(id), details };
    await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
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

type KeepRegistration = Keep<KeptRegistration>;

type Stored = { readonly registration: Registration } | { readonly newcomers: readonly string[] };

interface GivenPhotos extends Required<RegistrationOptions> {
  readonly input: RegisterFaceInput;
  /** The bytes of its images. */
  readonly images: readonly Uint8Array[];
}

interface ReadyRegistration {
  readonly employee: Employee;
  readonly consentId: string;
  readonly judgement: Judgement;
  readonly mean: Embedding;
  readonly photos: readonly (PhotoDraft | null)[];
  readonly replace: boolean;
  /** Null: nobody else has this face. */
  readonly allowed: AllowedDuplicate | null;
}

interface AllowedDuplicate extends DuplicateSearch {
  readonly reason: string;
}

/** Two faces that are one to the machine are for people to decide about, and for those who answer for everybody. */
function checkMayAllow(actor: Actor, { reason }: AllowDuplicateInput): void {
  const isAnswerable = actor.kind === 'USER' && (actor.roles.includes('OWNER') || actor.roles.includes('HR_ADMIN'));
  if (!isAnswerable) throw new DomainError('FORBIDDEN', { internal: `${actor.kind} ${actor.id} allows no duplicates` });
  if (reason.trim() === '') throw badInput('allowDuplicate.reason', 'Say why.');
}

/** Whoever was named must still be the most similar one: what nobody has seen is not allowed. */
function isAllowed(found: readonly FoundDuplicate[], allow: AllowDuplicateInput | null | undefined): boolean {
  return allow != null && found[0]?.employeeId === allow.duplicateOfId;
}
