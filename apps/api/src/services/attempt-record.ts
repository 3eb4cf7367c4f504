import { type AssuranceLevel, type AttendanceSource, assertNever, type MarkProof } from '@rollcall/contracts';
import type {
  AttemptLiveness,
  AttemptOperatingPoint,
  AttemptPlace,
  CaptureAttempt,
  CaptureAttemptKind,
} from '@rollcall/db';
import type { CaptureResult, OperatingPoint } from '@rollcall/face-core';
import type { Actor } from '../access/actor.js';
import { actorRef, type ServiceContext } from './service-context.js';

/** How a capture came in: decides what is written beside it. */
export function sourceOf(actor: Actor): AttendanceSource {
  switch (actor.kind) {
    case 'USER':
    case 'SYSTEM':
      return 'DASHBOARD';
    case 'API_KEY':
      return 'API';
    case 'DEVICE':
      return 'KIOSK';
    default:
      return assertNever(actor.kind);
  }
}

/** How sure a face mark through this actor is. */
export function assuranceOf(actor: Actor): AssuranceLevel {
  switch (actor.kind) {
    case 'USER':
    case 'SYSTEM':
      return 'FACE_BROWSER';
    case 'API_KEY':
      return 'FACE_API_KEY';
    case 'DEVICE':
      return 'FACE_PAIRED_DEVICE';
    default:
      return assertNever(actor.kind);
  }
}

export function describePoint(point: OperatingPoint): AttemptOperatingPoint {
  const { id, kind, modelId, threshold, targetFmr, isProvisional, version } = point;
  return { id, kind, modelId, threshold, targetFmr, isProvisional, version: String(version) };
}

export interface AttemptFacts {
  readonly kind: CaptureAttemptKind;
  readonly outcome: string;
  readonly employee: { readonly id: string; readonly siteId: string | null } | null;
  readonly employeeNumber: string | null;
  readonly similarity: number | null;
  /** Null: no image was looked at. */
  readonly capture: CaptureResult | null;
  /** Left out or null: no movements were asked for. */
  readonly liveness?: AttemptLiveness | null;
  /** Null: nothing was compared with a threshold. */
  readonly point: OperatingPoint | null;
  readonly at: Date;
  /** Default: a face. */
  readonly proof?: MarkProof;
  readonly place?: AttemptPlace | null;
}

/** What is kept of an attempt: measurements and versions, never the embedding. A photo is kept apart, see `FacePhotoKeeper`. */
export function attemptRecord({ newId }: ServiceContext, actor: Actor, facts: AttemptFacts): CaptureAttempt {
  const { kind, outcome, employee, employeeNumber, similarity, capture, point, at } = facts;
  return {
    id: newId(),
    ...{ kind, outcome, employeeNumber, similarity, at },
    proof: facts.proof ?? 'FACE',
    place: facts.place ?? null,
    employeeId: employee?.id ?? null,
    siteId: employee?.siteId ?? null,
    quality: capture?.quality ?? null,
    pad: capture?.pad ?? null,
    liveness: facts.liveness ?? null,
    operatingPoint: point && describePoint(point),
    modelId: point?.modelId ?? null,
    source: sourceOf(actor),
    actor: actorRef(actor),
    deviceId: actor.kind === 'DEVICE' ? actor.id : null,
    requestId: actor.requestId,
  };
}
