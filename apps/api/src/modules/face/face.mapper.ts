import type { FaceTemplate as FaceTemplateEntity } from '@rollcall/db';
import type { OperatingPoint as EnginePoint } from '@rollcall/face-core';
import { orNull } from '../../graphql/or-null.js';
import { describePoint } from '../../services/attempt-record.js';
import { toCaptureAttempt } from '../capture-attempt/capture-attempt.mapper.js';
import { toEmployee } from '../employee/employee.mapper.js';
import type { FaceComparison } from './compare-faces.service.js';
import type {
  CompareFacesPayload,
  FaceTemplate,
  IdentifyFacePayload,
  RegisteredImage,
  RegisterFacePayload,
  VerifyFacePayload,
} from './face.types.js';
import { toOperatingPoint, toPadReport, toQualityReport } from './face-report.mapper.js';
import type { OperatingPoint, OperatingPointMeasurement } from './face-report.types.js';
import type { Identification } from './identify-face.service.js';
import type { RegisteredPhoto, Registration } from './registration-answer.js';
import type { Verification } from './verify-face.service.js';

type Measurement = NonNullable<EnginePoint['measurement']>;

export function toFaceTemplate({ id, modelId, imageCount, quality, createdAt }: FaceTemplateEntity): FaceTemplate {
  return { id, modelId, imageCount, quality, createdAt };
}

export function toEnginePoint(point: Parameters<typeof describePoint>[0]): OperatingPoint {
  return toOperatingPoint(describePoint(point));
}

/** With what it was measured to cost. */
export function toMeasuredPoint(point: EnginePoint): OperatingPoint {
  return { ...toEnginePoint(point), measurement: orNull(point.measurement, toMeasurement) };
}

function toMeasurement({ fmrInterval, fnmrInterval, ...rest }: Measurement): OperatingPointMeasurement {
  const [[fmrLow, fmrHigh], [fnmrLow, fnmrHigh]] = [fmrInterval, fnmrInterval];
  return { ...rest, fmrLow, fmrHigh, fnmrLow, fnmrHigh };
}

function toRegisteredImage({ quality, pad, ...photo }: RegisteredPhoto): RegisteredImage {
  return { ...photo, quality: toQualityReport(quality), pad: toPadReport(pad) };
}

export function toRegisterPayload(registration: Registration): RegisterFacePayload {
  const { outcome, images, templates, duplicateOf, duplicateLikeness } = registration;
  return {
    ...{ outcome, duplicateLikeness },
    images: images.map(toRegisteredImage),
    templates: templates.map(toFaceTemplate),
    duplicateOf: orNull(duplicateOf, toEmployee),
  };
}

export function toVerifyPayload({ outcome, similarity, point, capture, attempt }: Verification): VerifyFacePayload {
  return {
    ...{ outcome, similarity },
    operatingPoint: toEnginePoint(point),
    quality: toQualityReport(capture?.quality ?? null),
    pad: toPadReport(capture?.pad ?? null),
    attempt: toCaptureAttempt(attempt),
  };
}

export function toIdentifyPayload({
  outcome,
  candidates,
  point,
  capture,
  attempt,
}: Identification): IdentifyFacePayload {
  return {
    outcome,
    candidates: candidates.map(({ employee, similarity }) => ({ employee: toEmployee(employee), similarity })),
    operatingPoint: toEnginePoint(point),
    quality: toQualityReport(capture?.quality ?? null),
    pad: toPadReport(capture?.pad ?? null),
    attempt: toCaptureAttempt(attempt),
  };
}

export function toComparePayload(comparison: FaceComparison): CompareFacesPayload {
  const { outcome, failedImage, similarity, point, referenceQuality, probeQuality } = comparison;
  return {
    ...{ outcome, failedImage, similarity },
    operatingPoint: toEnginePoint(point),
    referenceQuality: toQualityReport(referenceQuality),
    probeQuality: toQualityReport(probeQuality),
  };
}
