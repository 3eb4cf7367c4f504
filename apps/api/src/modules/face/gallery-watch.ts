import type { DbSession, TemplateAccess } from '@rollcall/db';
import { cosineSimilarity, createEmbedding, type Embedding } from '@rollcall/face-core';
import type { ServiceContext } from '../../services/service-context.js';
import type { DuplicateSearch } from './duplicate-check.js';

const LOCK = 'FACE_REGISTRATION';

/**
 * Tells a registration what came into the gallery while it compared with it, whoever stored it: two registrations of one face
 * at the same time would otherwise not see each other (docs/adr/0134).
 */
export class GalleryWatch {
  private constructor(
    private readonly context: ServiceContext,
    private readonly modelId: string,
    private readonly seen: Set<string>,
  ) {}

  /** Call it before anything is compared. */
  static async begin(context: ServiceContext, modelId: string): Promise<GalleryWatch> {
    return new GalleryWatch(context, modelId, new Set(await context.db.faceTemplates.listIds(modelId)));
  }

  /**
   * Call it first in the transaction that stores: one registration after the other passes, in all processes.
   *
   * @param holderId id of the template that is to be stored
   * @returns ids of templates that came since they were last asked for; if there are any, nothing may be stored yet
   */
  async newcomers(holderId: string, session: DbSession): Promise<readonly string[]> {
    const { db, now } = this.context;
    await db.jobLeases.serialise(LOCK, holderId, now(), { session });
    return (await db.faceTemplates.listIds(this.modelId, { session })).filter((id) => !this.seen.has(id));
  }

  /** Compares with the newcomers too, at the point of the search, and does not give them again. */
  async extend(
    search: DuplicateSearch,
    { templateIds, employeeId, mean, access }: Newcomers,
  ): Promise<{ readonly search: DuplicateSearch; readonly hasOwn: boolean }> {
    const best = new Map(search.found.map((one) => [one.employeeId, one.similarity]));
    let hasOwn = false;
    for await (const batch of this.context.db.templateReader.readGallery(
      { modelId: this.modelId, templateIds },
      access,
    )) {
      for (const template of batch) {
        if (template.employeeId === employeeId) hasOwn = true;
        else {
          const similarity = cosineSimilarity(mean, createEmbedding(template.modelId, template.vector));
          if (similarity >= search.point.threshold)
            best.set(template.employeeId, Math.max(similarity, best.get(template.employeeId) ?? similarity));
        }
      }
    }
    for (const id of templateIds) this.seen.add(id);
    const found = [...best]
      .map(([id, similarity]) => ({ employeeId: id, similarity }))
      .sort((one, other) => other.similarity - one.similarity);
    return { search: { ...search, found }, hasOwn };
  }
}

interface Newcomers {
  readonly templateIds: readonly string[];
  readonly employeeId: string;
  readonly mean: Embedding;
  readonly access: TemplateAccess;
}
