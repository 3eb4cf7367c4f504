import type { DuplicateLikeness } from '@rollcall/contracts';
import {
  cosineSimilarity,
  createEmbedding,
  type Embedding,
  type FaceEngine,
  galleryPoint,
  type OperatingPoint,
} from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';

/** Somebody else who is registered with this face, it seems. */
export interface FoundDuplicate {
  readonly employeeId: string;
  /** Cosine of the new template and the most similar one of that person. */
  readonly similarity: number;
}

/** What a face was compared with, and who was found. */
export interface DuplicateSearch {
  /** The most similar first; each person once. */
  readonly found: readonly FoundDuplicate[];
  readonly point: OperatingPoint;
}

/**
 * From where on two faces are called very much alike: so many leads of the model above the point for 1,000 people, as models
 * spread their cosines differently. Only a word for who decides (docs/adr/0132).
 */
const VERY_ALIKE_LEADS = 2;

/** Compares a face that is about to be registered with everybody else's. */
export class DuplicateCheck {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
  ) {}

  likenessOf({ similarity }: FoundDuplicate): DuplicateLikeness {
    return similarity >= veryAlikeFrom(this.engine) ? 'VERY_ALIKE' : 'ALIKE';
  }

  /** Everybody whose stored face is alike enough to be the same person's, by the point for that many people. */
  async find(actor: Actor, employeeId: string, mean: Embedding): Promise<DuplicateSearch> {
    const { now, newId, db } = this.context;
    const reason = 'REGISTER_DUPLICATE_CHECK';
    const access = { auditId: newId(), at: now(), actor: actorRef(actor), reason, requestId: actor.requestId };
    const best = new Map<string, number>();
    for await (const batch of db.templateReader.readGallery({ modelId: mean.modelId }, access)) {
      for (const template of batch) {
        if (template.employeeId === employeeId) continue;
        const similarity = cosineSimilarity(mean, createEmbedding(template.modelId, template.vector));
        best.set(template.employeeId, Math.max(similarity, best.get(template.employeeId) ?? similarity));
      }
    }
    const point = duplicatePoint(
      this.engine.operatingPoint('VERIFY'),
      this.engine.operatingPoint('DUPLICATE'),
      best.size,
    );
    const found = [...best]
      .map(([id, similarity]) => ({ employeeId: id, similarity }))
      .filter(({ similarity }) => similarity >= point.threshold)
      .sort((one, other) => other.similarity - one.similarity);
    return { found, point };
  }
}

/**
 * The least strict point at which at most 1 % of new people are taken for another: of two, `verify` (FMR 1e-4) for up to 100 people,
 * `duplicate` (1e-5) for up to 1,000. Beyond that still `duplicate`: more are then taken for another, and a person decides.
 */
export function duplicatePoint(verify: OperatingPoint, duplicate: OperatingPoint, peopleCount: number): OperatingPoint {
  return galleryPoint([verify, duplicate], peopleCount).point;
}

/** Cosine similarity, below 1, from which two faces are called very much alike. */
export function veryAlikeFrom(engine: Pick<FaceEngine, 'operatingPoint' | 'identificationMargin'>): number {
  return engine.operatingPoint('DUPLICATE').threshold + VERY_ALIKE_LEADS * engine.identificationMargin.margin;
}
