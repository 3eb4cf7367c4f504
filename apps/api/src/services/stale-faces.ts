import { COMMAND_LINE } from '../cli/system-actor.js';
import { StaleTemplateService } from '../modules/template/stale-template.service.js';
import type { ServiceContext } from './service-context.js';

/** What the model in use makes of the stored faces of everybody who works here. */
export interface StaleFaces {
  /** People with templates of other models only: the server would answer NOT_ENROLLED for them. */
  readonly stale: number;
  /** People with a template of the model in use. */
  readonly readable: number;
  /** The models of the templates of `stale`, sorted. */
  readonly modelIds: readonly string[];
}

export async function findStaleFaces(context: ServiceContext, modelId: string): Promise<StaleFaces> {
  const service = new StaleTemplateService(context);
  const { stale, current } = await service.count(COMMAND_LINE, modelId);
  const models = new Set<string>();
  if (stale > 0)
    for await (const { modelIds } of service.list(COMMAND_LINE, modelId)) for (const id of modelIds) models.add(id);
  return { stale, readable: current, modelIds: [...models].sort() };
}

/** Most of those who have a face would not be known: a pack set by mistake, or too early (docs/adr/0135). */
export const isWrongPack = ({ stale, readable }: StaleFaces): boolean => stale > readable;

export function describeStaleFaces({ stale, readable, modelIds }: StaleFaces, pack: string): string {
  return `${stale} of ${stale + readable} people with a stored face have one of ${modelIds.join(', ')} only, which the pack ${pack} cannot read`;
}

export const staleFacesAdvice = (pack: string): string =>
  `Set FACE_PACK back to the old pack, or make faces for the new one with "npx rollcall templates re-embed --pack ${pack}" first; FACE_STALE_ACCEPTED=${pack} goes on without them.`;
