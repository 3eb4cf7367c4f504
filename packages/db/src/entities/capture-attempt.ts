import type { AttendanceSource, LivenessFailure, MarkProof, PlaceFlag } from '@rollcall/contracts';
import type { ActorRef } from './actor.js';

export const CAPTURE_ATTEMPT_KINDS = ['REGISTER', 'VERIFY', 'IDENTIFY', 'ATTENDANCE', 'COMPARE'] as const;
export type CaptureAttemptKind = (typeof CAPTURE_ATTEMPT_KINDS)[number];

export interface AttemptQuality {
  readonly isAcceptable: boolean;
  readonly score: number;
  readonly reasons: readonly string[];
  readonly measures: readonly {
    readonly name: string;
    readonly value: number;
    readonly min?: number | null;
    readonly max?: number | null;
    readonly isAcceptable: boolean;
  }[];
}

export interface AttemptPad {
  readonly outcome: string;
  readonly score: number | null;
  readonly threshold: number;
  readonly modelId: string;
}

export interface AttemptOperatingPoint {
  readonly id: string;
  readonly kind: string;
  readonly modelId: string;
  readonly threshold: number;
  readonly targetFmr: number;
  readonly isProvisional: boolean;
  readonly version: string;
}

/** Where a mark was attempted, as far as a rule asked. The coordinates themselves are not kept (docs/adr/0093). */
export interface AttemptPlace {
  readonly flags: readonly PlaceFlag[];
  /** From the edge of the geofence, whole metres; 0 inside; null: not measured. */
  readonly distanceMetres: number | null;
  /** What the sender claims its location may be off by. */
  readonly accuracyMetres: number | null;
}

/** How the movements that were asked for ended. */
export interface AttemptLiveness {
  /** Null: as asked. */
  readonly failure: LivenessFailure | null;
  /** How many of the asked actions were seen in order. */
  readonly completedActions: number;
}

/** One use of a camera or photo and its outcome, accepted or refused. Append-only; never holds an embedding. */
export interface CaptureAttempt {
  readonly id: string;
  readonly kind: CaptureAttemptKind;
  readonly outcome: string;
  /** Null: kept before this was told apart. */
  readonly proof: MarkProof | null;
  /** Null: no rule about the place was in force. */
  readonly place: AttemptPlace | null;
  readonly employeeId: string | null;
  /** The number that was claimed, known or not. */
  readonly employeeNumber: string | null;
  readonly siteId: string | null;
  readonly similarity: number | null;
  readonly quality: AttemptQuality | null;
  readonly pad: AttemptPad | null;
  /** Null: no movements were asked for; also kept before this was possible. */
  readonly liveness: AttemptLiveness | null;
  readonly operatingPoint: AttemptOperatingPoint | null;
  readonly modelId: string | null;
  readonly source: AttendanceSource;
  readonly actor: ActorRef;
  readonly deviceId: string | null;
  readonly requestId: string | null;
  readonly at: Date;
}
