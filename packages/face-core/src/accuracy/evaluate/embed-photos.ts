import { readFile } from 'node:fs/promises';
import { type CaptureRefusal, DomainError, type ErrorCode } from '@rollcall/contracts';
import sharp from 'sharp';
import type { FaceBox } from '../../detect/face-detection.js';
import type { CaptureOptions, CaptureResult } from '../../pipeline/capture.js';
import { type PhotoSet, photoPath } from '../datasets/photo-set.js';
import type { MeasuredEngine, OnProgress } from './measured-engine.js';

/** What became of one photo; the vector stands in the table. */
export interface PhotoOutcome {
  /** `CAPTURED`, the refusal, or the code of the error that ended it. */
  readonly outcome: 'CAPTURED' | CaptureRefusal | ErrorCode;
  /** What the gates of a live capture say: null if they let the photo through. */
  readonly refusal: CaptureRefusal | ErrorCode | null;
  /** 0–1; null if no face was found. */
  readonly quality: number | null;
  readonly padScore: number | null;
  readonly box: FaceBox | null;
}

/** All distinct photos of a data set, each embedded once. Held in memory only: embeddings are biometric data. */
export interface EmbeddedPhotos {
  readonly outcomes: readonly PhotoOutcome[];
  readonly dimensions: number;
  /** Row by row, `dimensions` a photo; zeros where nothing was captured. */
  readonly vectors: Float32Array;
  /** 1 where the photo has a vector. */
  readonly isCaptured: Uint8Array;
  /** 1 where the photo also passes the gates of a live capture. */
  readonly isAdmitted: Uint8Array;
}

export interface EmbedOptions {
  readonly pad: CaptureOptions['pad'];
  /** Captures in flight; more than the engine has workers only fills its queue. Default 1. */
  readonly concurrency?: number;
  /** Adds the embedding of the mirrored photo and takes the mean direction. */
  readonly isMirrorAveraged?: boolean;
  readonly onProgress?: OnProgress | undefined;
}

/** @throws DomainError `MODEL_INTEGRITY` or another fault of the engine: a broken engine is not a missed face */
export async function embedPhotos(
  engine: MeasuredEngine,
  photos: PhotoSet,
  options: EmbedOptions,
): Promise<EmbeddedPhotos> {
  const total = photos.names.length;
  const embedded: (EmbeddedPhoto | undefined)[] = Array.from({ length: total });
  let [next, done] = [0, 0];
  const work = async (): Promise<void> => {
    for (let index = next++; index < total; index = next++) {
      embedded[index] = await embedPhoto(engine, photoPath(photos, index), options);
      done += 1;
      options.onProgress?.({ stage: 'embedding photos', done, total });
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.concurrency ?? 1) }, work));
  return tabulate(embedded.filter((photo) => photo !== undefined));
}

interface EmbeddedPhoto extends PhotoOutcome {
  readonly vector: Float32Array | null;
}

async function embedPhoto(engine: MeasuredEngine, path: string, options: EmbedOptions): Promise<EmbeddedPhoto> {
  const capture = { pad: options.pad, gates: 'REPORT' } as const;
  try {
    const bytes = await readFile(path);
    const result = await engine.capture(bytes, capture);
    const vector = result.outcome === 'CAPTURED' ? result.embedding.vector : null;
    if (vector === null || options.isMirrorAveraged !== true) return { ...outcomeOf(result), vector };
    const mirrored = await engine.capture(await sharp(bytes).autoOrient().flop().png().toBuffer(), capture);
    return {
      ...outcomeOf(result),
      vector: mirrored.outcome === 'CAPTURED' ? meanDirection(vector, mirrored.embedding.vector) : vector,
    };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'MODEL_INTEGRITY') throw error;
    return { outcome: error.code, refusal: error.code, quality: null, padScore: null, box: null, vector: null };
  }
}

function outcomeOf(result: CaptureResult): PhotoOutcome {
  return {
    outcome: result.outcome,
    refusal: result.outcome === 'CAPTURED' ? (result.overlooked ?? null) : result.outcome,
    quality: result.quality?.score ?? null,
    padScore: result.pad?.score ?? null,
    box: result.detection?.box ?? null,
  };
}

/** Unit vector half way between two unit vectors. */
export function meanDirection(a: Float32Array, b: Float32Array): Float32Array {
  const sum = a.map((value, i) => value + b[i]);
  const norm = Math.hypot(...sum);
  return sum.map((value) => value / norm);
}

function tabulate(photos: readonly EmbeddedPhoto[]): EmbeddedPhotos {
  const dimensions = photos.find(({ vector }) => vector !== null)?.vector?.length ?? 0;
  const vectors = new Float32Array(photos.length * dimensions);
  photos.forEach(({ vector }, index) => {
    if (vector !== null) vectors.set(vector, index * dimensions);
  });
  return {
    outcomes: photos.map(({ vector: _, ...outcome }) => outcome),
    dimensions,
    vectors,
    isCaptured: Uint8Array.from(photos, ({ vector }) => (vector === null ? 0 : 1)),
    isAdmitted: Uint8Array.from(photos, ({ vector, refusal }) => (vector !== null && refusal === null ? 1 : 0)),
  };
}
