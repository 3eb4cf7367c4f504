/** ATTEMPT: evidence of one use of the camera, for some days. REGISTRATION: what a template was made from, as long as the template. */
export const FACE_PHOTO_KINDS = ['ATTEMPT', 'REGISTRATION'] as const;
export type FacePhotoKind = (typeof FACE_PHOTO_KINDS)[number];

/** What may be known about a kept photo without opening it. */
export interface FacePhoto {
  /** That of the attempt it was taken for: one attempt, one photo. */
  readonly id: string;
  readonly kind: FacePhotoKind;
  /** Who was claimed or found; somebody else may be in the picture. */
  readonly employeeId: string;
  /** The consent under which it is kept; only that consent, still in force, makes it readable. */
  readonly consentId: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly createdAt: Date;
}

export interface NewFacePhoto extends FacePhoto {
  readonly jpeg: Uint8Array;
}

/** An opened photo. Server-side until a service has written who looks at it. */
export interface ReadablePhoto extends FacePhoto {
  readonly jpeg: Buffer;
}
