/** A file that is kept for a while: an upload, the error file of an import, an export. Its bytes are encrypted at rest. */
export interface Blob {
  readonly id: string;
  /** As a person called it; never a path. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteLength: number;
  /** Of the bytes as they were given, hex. */
  readonly sha256: string;
  readonly createdAt: Date;
  /** From then on it may be gone at any time. */
  readonly expiresAt: Date;
}

export interface NewBlob extends Pick<Blob, 'id' | 'fileName' | 'mediaType' | 'createdAt' | 'expiresAt'> {
  /** More is refused. Default: no limit of its own. */
  readonly maxBytes?: number | undefined;
  /** What was promised; anything else is refused and nothing is kept. */
  readonly expected?: { readonly byteLength: number; readonly sha256: string } | undefined;
}

/** Half-open: start ≤ byte < end. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}
