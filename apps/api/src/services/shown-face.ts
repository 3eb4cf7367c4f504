import { createHash } from 'node:crypto';
import { type CaptureRefusal, LIMITS } from '@rollcall/contracts';
import type { AttemptLiveness } from '@rollcall/db';
import type { CapturedFace, CaptureResult, Embedding, FaceBox } from '@rollcall/face-core';
import { badInput } from './bad-input.js';
import { readImage } from './image-input.js';

/** What a person shows of the face. */
export interface ShownFace {
  readonly image: Uint8Array;
  /** More pictures of the same moment, in the order of capture. */
  readonly frames: readonly Uint8Array[];
  /** The challenge that the frames answer; null: they are just more pictures. */
  readonly challengeId: string | null;
}

/** The image that was judged, and where its one face is, in pixels of the upright photo. */
export interface SeenPicture {
  readonly image: Uint8Array;
  readonly box: FaceBox;
}

/** What was seen of it: one face to compare, or the reason why there is none. */
export type SeenFace =
  | {
      readonly outcome: 'CAPTURED';
      readonly capture: CapturedFace;
      /** What to compare, the best picture first. */
      readonly probes: readonly Embedding[];
      readonly liveness: AttemptLiveness | null;
      readonly picture: SeenPicture | null;
    }
  | {
      readonly outcome: CaptureRefusal | 'LIVENESS_FAILED';
      /** Null: no image was looked at. */
      readonly capture: CaptureResult | null;
      readonly liveness: AttemptLiveness | null;
      /** Null: no image was looked at, or it does not show one face. */
      readonly picture: SeenPicture | null;
    };

export function pictureOf(image: Uint8Array, { outcome, detection }: CaptureResult): SeenPicture | null {
  return detection === null || outcome === 'MULTIPLE_FACES' ? null : { image, box: detection.box };
}

export interface ShownFaceInput {
  readonly image?: { readonly base64?: string | null } | null;
  readonly frames?: readonly { readonly base64?: string | null }[] | null;
  readonly challengeId?: string | null;
}

/** @throws DomainError BAD_USER_INPUT naming the field; the errors of an image that cannot be read */
export function readShownFace({ image, frames, challengeId }: ShownFaceInput): ShownFace {
  if ((frames?.length ?? 0) > LIMITS.maxVerificationFrames)
    throw badInput('frames', `Send at most ${LIMITS.maxVerificationFrames} frames.`);
  return {
    image: readImage(image, 'image'),
    frames: (frames ?? []).map((frame, index) => readImage(frame, `frames.${index}`)),
    challengeId: challengeId?.trim() || null,
  };
}

/** For the hash of a request: the pictures by their bytes, however they were encoded. What was left out stays out. */
export function hashesOfShown({ image, frames, challengeId }: ShownFace) {
  return {
    image: hashOfImage(image),
    ...(frames.length > 0 && { frames: frames.map(hashOfImage) }),
    ...(challengeId !== null && { challengeId }),
  };
}

export const hashOfImage = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
