import type { DuplicateLikeness } from '@rollcall/contracts';
import { createEmbedding, type Embedding, type FaceEngine, type OperatingPoint, verify } from '@rollcall/face-core';
import type { Actor } from '../../access/actor.js';
import { actorRef, type ServiceContext } from '../../services/service-context.js';

/** Somebody else who is registered with this face, it seems. */
export interface FoundDuplicate {
  readonly employeeId: string;
  /** Cosine of the new template and the most similar one of that person. */
  readonly similarity: number;
}

/**
 * From where on two faces are called very much alike. Only a word for who decides: at 0.1 above the point, no pair of two
 * people was found in the measurement that docs/adr/0072 describes.
 */
const VERY_ALIKE_ABOVE = 0.1;

export function likenessOf({ similarity }: FoundDuplicate, point: OperatingPoint): DuplicateLikeness {
  return similarity >= point.threshold + VERY_ALIKE_ABOVE ? 'VERY_ALIKE' : 'ALIKE';
}

/** Compares a face that is about to be registered with everybody else's. */
export class DuplicateCheck {
  constructor(
    private readonly context: ServiceContext,
    private readonly engine: FaceEngine,
  ) {}

  get point(): OperatingPoint {
    return this.engine.operatingPoint('DUPLICATE');
  }

  /** Everybody whose stored face is alike enough to be the same person's, the most similar first; each person once. */
  async find(actor: Actor, employeeId: string, mean: Embedding): Promise<readonly FoundDuplicate[]> {
    const { now, newId, db } = this.context;
    const reason = 'REGISTER_DUPLICATE_CHECK';
    const access = { auditId: newId(), at: now(), actor: actorRef(actor), reason, requestId: actor.requestId };
    const best = new Map<string, number>();
    for await (const batch of db.templateReader.readGallery({ modelId: mean.modelId }, access)) {
      for (const template of batch) {
        if (template.employeeId === employeeId) continue;
        const stored = createEmbedding(template.modelId, template.vector);
        const { outcome, similarity } = verify(mean, [stored], this.point);
        if (outcome !== 'MATCH') continue;
        best.set(template.employeeId, Math.max(similarity, best.get(template.employeeId) ?? similarity));
      }
    }
    return [...best]
      .map(([id, similarity]) => ({ employeeId: id, similarity }))
      .sort((a, b) => b.similarity - a.similarity);
  }
}
