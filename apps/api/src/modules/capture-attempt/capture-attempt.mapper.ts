import type { CaptureAttempt as CaptureAttemptEntity } from '@rollcall/db';
import { orNull } from '../../graphql/or-null.js';
import { toOperatingPoint, toPadReport, toQualityReport } from '../face/face-report.mapper.js';
import { toLivenessReport } from '../liveness/liveness.mapper.js';
import type { CaptureAttempt } from './capture-attempt.types.js';

export function toCaptureAttempt(attempt: CaptureAttemptEntity): CaptureAttempt {
  const { id, kind, outcome, employeeId, employeeNumber, similarity, modelId, source, at, proof, place } = attempt;
  return {
    ...{ id, kind, outcome, employeeId, employeeNumber, similarity, modelId, source, at, proof, place },
    quality: toQualityReport(attempt.quality),
    pad: toPadReport(attempt.pad),
    liveness: orNull(attempt.liveness, toLivenessReport),
    operatingPoint: attempt.operatingPoint === null ? null : toOperatingPoint(attempt.operatingPoint),
  };
}
