export {
  type IdentificationMargin,
  MAX_RIGHT_BUT_AMBIGUOUS,
  type MarginMeasurement,
} from './identification-margins.js';
export {
  loadManifest,
  type Manifest,
  type ManifestEntry,
  type ModelInput,
  type ModelOutput,
  type ShapeDimension,
  type SourceFile,
} from './manifest.js';
export {
  identificationMargins,
  lowestTargetFmr,
  OPERATING_POINT_KINDS,
  type OperatingPoint,
  type OperatingPointKind,
  type OperatingPointMeasurement,
  operatingPoints,
} from './operating-points.js';
export { type ResolvedModel, readModel, resolveModel, verifyModelHash } from './resolve-model.js';
