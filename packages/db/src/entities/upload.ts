import type { ActorRef } from './actor.js';

/** OPEN waits for the file; RECEIVING gets it now, or did when its process ended; RECEIVED has it. */
export const UPLOAD_STATES = ['OPEN', 'RECEIVING', 'RECEIVED'] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** The right to send one file, once. The file is then the blob of the same id. */
export interface Upload {
  readonly id: string;
  readonly state: UploadState;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Hex. */
  readonly sha256: string;
  readonly createdBy: ActorRef;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export interface NewUpload extends Omit<Upload, 'state'> {
  /** SHA-256 of the token, hex; the token itself is stored nowhere. */
  readonly tokenHash: string;
}
