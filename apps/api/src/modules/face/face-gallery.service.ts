import type { GalleryEntry, TemplateAccess } from '@rollcall/db';
import {
  assertSafeForGallery,
  createEmbedding,
  type Embedding,
  type FaceEngine,
  Gallery,
  galleryPoint,
  type IdentificationResult,
  type OperatingPoint,
} from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import { limitOf } from '../../access/read-limit.js';
import { isOwnSite, visibleRecords } from '../../access/visible-records.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';

export interface GallerySearch extends Pick<IdentificationResult, 'outcome' | 'candidates'> {
  /** What this search compared at: it goes by the number of templates. */
  readonly point: OperatingPoint;
}

/**
 * The faces of everybody, in the memory of this process, for 1:N searches. Each search first asks the database which templates
 * may be compared at this moment, so a registration, a withdrawn consent or a departure counts from the next search on,
 * whichever process wrote it. Vectors are decrypted once, when they are new, and overwritten when nobody may compare them.
 */
export class FaceGalleryService {
  #gallery: Gallery | null = null;
  #held = new Set<string>();
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
  ) {}

  /**
   * Who among the people this actor may check is it? Compared at the least strict point that is safe for that many templates
   * (docs/adr/0132). With more than any point is safe for nobody is named for certain: MATCH becomes AMBIGUOUS, and a person decides.
   *
   * @returns candidates that could be the person, best first: one for MATCH, several for AMBIGUOUS, none for NO_MATCH
   */
  async search(actor: Actor, probe: Embedding): Promise<GallerySearch> {
    return this.inTurn(async () => this.compare(actor, probe, await this.load(actor)));
  }

  private async compare(actor: Actor, probe: Embedding, entries: readonly GalleryEntry[]): Promise<GallerySearch> {
    const { among } = await visibleRecords(this.context.db, limitOf(actor));
    const people = new Set(among?.employeeIds);
    const isSeen = ({ siteId, employeeId }: GalleryEntry) => isOwnSite(actor, siteId) || people.has(employeeId);
    const visible = entries.filter(isSeen);
    const included = new Set(visible.map(({ templateId }) => templateId));
    const { point, isSafe } = searchPoint(this.engine, included.size);
    if (this.#gallery === null || included.size === 0) return { outcome: 'NO_MATCH', candidates: [], point };
    const isIncluded = (templateId: string) => included.has(templateId);
    const { margin } = this.engine.identificationMargin;
    const found = await this.#gallery.identifyInSlices(probe, { operatingPoint: point, margin, isIncluded });
    const outcome = found.outcome === 'MATCH' && !isSafe ? 'AMBIGUOUS' : found.outcome;
    return { outcome, candidates: named(outcome, found.candidates, point.threshold), point };
  }

  /** @throws DomainError BAD_USER_INPUT if there are more faces than marks by face alone are safe for */
  async assertSafe(): Promise<void> {
    const { modelId } = this.engine;
    const entries = await this.context.db.templateReader.listGallery(modelId);
    assertSafeForGallery(entries.length, searchPoint(this.engine, entries.length).point);
  }

  /** One at a time, so that an older list never undoes a newer one and nothing changes while faces are compared. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#turn.then(work);
    this.#turn = next.catch(() => undefined);
    return next;
  }

  private async load(actor: Actor): Promise<readonly GalleryEntry[]> {
    const { templateReader } = this.context.db;
    const { modelId } = this.engine;
    const entries = await templateReader.listGallery(modelId);
    const current = new Set(entries.map(({ templateId }) => templateId));
    for (const id of this.#held) if (!current.has(id)) this.drop(id);
    const templateIds = [...current].filter((id) => !this.#held.has(id));
    if (templateIds.length === 0) return entries;
    for await (const batch of templateReader.readGallery({ modelId, templateIds }, this.access(actor))) {
      for (const { id, employeeId, vector } of batch) {
        this.#gallery ??= new Gallery({ modelId, dimension: vector.length });
        this.#gallery.add(employeeId, id, createEmbedding(modelId, vector));
        this.#held.add(id);
      }
    }
    // A damaged one is not read again and again: its audit entry is there.
    for (const id of templateIds) this.#held.add(id);
    return entries;
  }

  private drop(templateId: string): void {
    this.#gallery?.remove(templateId);
    this.#held.delete(templateId);
  }

  private access(actor: Actor): TemplateAccess {
    const { now, newId } = this.context;
    return { auditId: newId(), at: now(), actor: actorRef(actor), reason: 'IDENTIFY', requestId: actor.requestId };
  }
}

/** Of two points, VERIFY (FMR 1e-4 as shipped) for up to 100 templates and IDENTIFY (1e-5) for up to 1,000. */
export function searchPoint(engine: Pick<FaceEngine, 'operatingPoint'>, templateCount: number) {
  return galleryPoint([engine.operatingPoint('VERIFY'), engine.operatingPoint('IDENTIFY')], templateCount);
}

function named(
  outcome: IdentificationResult['outcome'],
  candidates: IdentificationResult['candidates'],
  threshold: number,
): IdentificationResult['candidates'] {
  if (outcome === 'NO_MATCH') return [];
  const [first, second, ...rest] = candidates;
  if (outcome === 'MATCH') return first === undefined ? [] : [first];
  // The second one may be a little below the threshold: it is why the first one is not certain.
  return [first, second, ...rest.filter(({ similarity }) => similarity >= threshold)].filter(
    (one) => one !== undefined,
  );
}
