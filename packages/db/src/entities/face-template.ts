import type { ActorRef } from './actor.js';

/** What may be known about a stored face without reading it. The vector is never part of this type. */
export interface FaceTemplate {
  readonly id: string;
  readonly employeeId: string;
  /** The consent under which it was made; only that consent, still in force, makes it readable. */
  readonly consentId: string;
  readonly modelId: string;
  /** How many images were averaged into it. */
  readonly imageCount: number;
  /** Quality of those images, 0 to 1. */
  readonly quality: number;
  readonly createdBy: ActorRef;
  readonly createdAt: Date;
}

export interface NewFaceTemplate extends FaceTemplate {
  readonly vector: Float32Array;
}

/** Who reads faces and why. Each reading leaves an audit entry under `auditId`. */
export interface TemplateAccess {
  readonly auditId: string;
  readonly at: Date;
  readonly actor: ActorRef;
  /** A plain sentence or code such as `VERIFY`; must not be empty. */
  readonly reason: string;
  readonly requestId: string | null;
}

/** A template with its vector, which no serialiser sees: it is a getter of the prototype, not a field. */
export class ReadableTemplate {
  readonly #vector: Float32Array;

  constructor(
    readonly id: string,
    readonly employeeId: string,
    readonly modelId: string,
    vector: Float32Array,
  ) {
    this.#vector = vector;
  }

  /** Unit-length vector as it was enrolled. Server-side only. */
  get vector(): Float32Array {
    return this.#vector;
  }
}
