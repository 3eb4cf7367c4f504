import { createEmbedding, type Embedding } from '@rollcall/face-core';
import type { CalibrationPerson } from '@rollcall/face-core/accuracy';
import { readEnv } from '../env.js';
import { newId, now } from '../services/open-rollcall-database.js';
import { COMMAND_LINE } from './system-actor.js';
import { withDatabase } from './with-database.js';

/** The stored faces of one model by person, read under an audit entry. @throws CliError if no server is running */
export async function readStoredGallery(modelId: string): Promise<readonly CalibrationPerson[]> {
  return withDatabase(readEnv(), async ({ repositories }) => {
    const actor = { kind: COMMAND_LINE.kind, id: COMMAND_LINE.id };
    const access = { auditId: newId(), at: now(), actor, reason: 'CALIBRATE_OPERATING_POINTS', requestId: null };
    const people = new Map<string, Embedding[]>();
    for await (const batch of repositories.templateReader.readGallery({ modelId }, access)) {
      for (const { employeeId, vector } of batch) {
        const embeddings = people.get(employeeId) ?? [];
        embeddings.push(createEmbedding(modelId, vector));
        people.set(employeeId, embeddings);
      }
    }
    return [...people].map(([personId, embeddings]) => ({ personId, embeddings }));
  });
}
