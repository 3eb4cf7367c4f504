import { DomainError } from '@rollcall/contracts';
import { type OperatingPoint, type OperatingPointKind, operatingPoints } from '@rollcall/models';

/**
 * The shipped operating point of a model.
 *
 * @throws DomainError `MODEL_INTEGRITY` if the model has none of this kind: no threshold is ever guessed
 */
export function operatingPointOf(modelId: string, kind: OperatingPointKind): OperatingPoint {
  const point = operatingPoints.find((candidate) => candidate.modelId === modelId && candidate.kind === kind);
  if (point === undefined) throw noOperatingPoint(modelId, kind);
  return point;
}

export function noIdentificationMargin(modelId: string): DomainError {
  return new DomainError('MODEL_INTEGRITY', { internal: `there is no identification margin for ${modelId}` });
}

export function noOperatingPoint(modelId: string, kind: OperatingPointKind): DomainError {
  return new DomainError('MODEL_INTEGRITY', { internal: `there is no operating point ${kind} for ${modelId}` });
}
