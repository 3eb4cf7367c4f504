import {
  type IdentificationMargin,
  identificationMargins,
  type OperatingPoint,
  operatingPoints,
} from '@rollcall/models';
import { fetchOwnModel } from '../models/own-model-file.js';
import { MODEL_PACKS, type ModelPack, PACK_IDS, type PackId } from './model-packs.js';
import type { OwnPack } from './own-pack.types.js';
import { readOwnPacks } from './own-packs.js';

/**
 * A shipped pack, or one of the user's `models.json`, whose file is then fetched if it is not there yet.
 *
 * @throws RangeError with one sentence if there is no such pack, or the user's entry cannot be used
 * @throws DomainError `MODEL_INTEGRITY` if the file cannot be fetched or has another hash than its entry
 */
export async function resolvePack(id: string, modelsFile: string | null): Promise<ModelPack> {
  if (isShipped(id)) return MODEL_PACKS[id];
  const ownPacks = modelsFile === null ? [] : await readOwnPacks(modelsFile);
  const pack = ownPacks.find((candidate) => candidate.id === id);
  if (pack === undefined) {
    const known = [...PACK_IDS, ...ownPacks.map((own) => own.id)];
    throw new RangeError(`There is no face pack ${id}; use ${known.join(', ')}.`);
  }
  if (pack.url !== null) await fetchOwnModel(pack.url, pack.own);
  return pack;
}

/** The points of a pack: those given with it if it is the user's own, the shipped ones otherwise. */
export function operatingPointsOf(pack: ModelPack): readonly OperatingPoint[] {
  if (isOwn(pack)) return pack.operatingPoints;
  return operatingPoints.filter(({ modelId }) => modelId === pack.modelId);
}

/** The lead of 1:N, from the same place; null for a pack of the user's own that has no points yet. */
export function identificationMarginOf(pack: ModelPack): IdentificationMargin | null {
  if (isOwn(pack)) return pack.identificationMargin;
  return identificationMargins.find(({ modelId }) => modelId === pack.modelId) ?? null;
}

function isShipped(id: string): id is PackId {
  return (PACK_IDS as readonly string[]).includes(id);
}

function isOwn(pack: ModelPack): pack is OwnPack {
  return 'operatingPoints' in pack;
}
