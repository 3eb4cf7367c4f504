export type { OperatingPoint, OperatingPointKind } from '@rollcall/models';
export {
  type FaceBox,
  type FaceDetection,
  type FaceLandmarks,
  interEyeDistancePx,
  type Point,
} from './detect/face-detection.js';
export { DETECTOR_IDS, type DetectorId } from './detect/face-detector.js';
export { BACKGROUND_FACE_SHARE } from './detect/select-face.js';
export { createEmbedding, type Embedding } from './embed/embedding.js';
export {
  MODEL_PACKS,
  type ModelPack,
  PACK_IDS,
  type PackId,
} from './embed/model-packs.js';
export { operatingPointsOf, resolvePack } from './embed/resolve-pack.js';
export { ENGINE_IDS, ENGINE_KINDS, type EngineId } from './engine/engine-kinds.js';
export type { EngineOptions } from './engine/engine-options.js';
export { FaceEngine } from './engine/face-engine.js';
export type { PoolHealth as EngineHealth } from './engine/process-pool.js';
export { type CropOptions, cropFace, type FaceCrop } from './image/crop-face.js';
export { type ImageFormat, sniffImageFormat } from './image/image-format.js';
export { type IssueChallengeOptions, issueChallenge, type LivenessChallenge } from './liveness/challenge.js';
export type { FrameObservation } from './liveness/frame-observation.js';
export { type LivenessResult, type VerifyLivenessOptions, verifyLiveness } from './liveness/verify-liveness.js';
export {
  type Candidate,
  Gallery,
  type GalleryOptions,
  type IdentificationResult,
  type IdentifyOptions,
} from './match/gallery.js';
export {
  assertSafeForGallery,
  expectedFpir,
  galleryPoint,
  type IdentificationPoint,
  isSafeForGallery,
  MAX_FALSE_POSITIVE_IDENTIFICATION_RATE,
  selectIdentificationPoint,
} from './match/identification-policy.js';
export { meanTemplate } from './match/mean-template.js';
export { operatingPointOf } from './match/operating-point.js';
export { type ComparisonResult, cosineSimilarity, rawDistance, verify } from './match/verify.js';
export { verifyFrames } from './match/verify-frames.js';
export { padOfFrames } from './pad/pad-of-frames.js';
export { type PadPoint, padPoint } from './pad/pad-points.js';
export type { PadOutcome, PadReport } from './pad/pad-report.js';
export type { CapturedFace, CaptureOptions, CaptureResult, ImageSize, RefusedCapture } from './pipeline/capture.js';
export type { FrameResult } from './pipeline/face-pipeline.js';
export type { StageTimings } from './pipeline/stage-timings.js';
export {
  QUALITY_REASONS,
  type QualityMeasure,
  type QualityReason,
  type QualityReport,
} from './quality/quality-report.js';
