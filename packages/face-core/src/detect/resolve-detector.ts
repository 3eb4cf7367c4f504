import type { EngineId } from '../engine/engine-kinds.js';
import { fetchOwnModel } from '../models/own-model-file.js';
import { DETECTOR_IDS, type DetectorId } from './face-detector.js';
import type { ChosenDetector } from './own-detector.types.js';
import { readOwnDetectors } from './own-detectors.js';

/**
 * A shipped detector, or one of the user's `models.json`, whose file is then fetched if it is not there yet.
 *
 * @throws RangeError with one sentence if there is no such detector, or the user's entry cannot be used
 * @throws DomainError `MODEL_INTEGRITY` if the file cannot be fetched or has another hash than its entry
 */
export async function resolveDetector(
  engine: EngineId,
  id: string,
  modelsFile: string | null,
): Promise<ChosenDetector> {
  if (isShipped(id)) return id;
  const own = modelsFile === null ? [] : await readOwnDetectors(modelsFile);
  const detector = own.find((candidate) => candidate.id === id);
  if (detector === undefined) throw noDetector(engine, id, [...DETECTOR_IDS, ...own.map((one) => one.id)]);
  if (detector.url !== null) await fetchOwnModel(detector.url, detector);
  return detector;
}

export function noDetector(engine: EngineId, id: string, known: readonly string[]): RangeError {
  return new RangeError(`The face engine ${engine} has no detector ${id}; use ${known.join(', ')}.`);
}

function isShipped(id: string): id is DetectorId {
  return (DETECTOR_IDS as readonly string[]).includes(id);
}
