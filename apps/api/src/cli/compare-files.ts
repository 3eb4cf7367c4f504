import { readFile } from 'node:fs/promises';
import { type ComparisonOutcome, DomainError, LIMITS } from '@rollcall/contracts';
import {
  type CaptureResult,
  type EngineOptions,
  type FaceEngine,
  rawDistance,
  type StageTimings,
  verify,
} from '@rollcall/face-core';
import { CliError } from './exit-codes.js';
import { openEngine } from './open-engine.js';
import { roundMs } from './output.js';

export interface CompareFilesOptions {
  readonly reference: string;
  readonly probe: string;
  readonly engine: EngineOptions;
  readonly pad: 'REFUSE' | 'FLAG' | 'OFF';
}

interface ImageSummary {
  readonly file: string;
  readonly outcome: CaptureResult['outcome'];
  readonly quality: CaptureResult['quality'];
  readonly pad: CaptureResult['pad'];
}

export interface FileComparison {
  readonly outcome: ComparisonOutcome;
  readonly failedImage: 'REFERENCE' | 'PROBE' | null;
  /** Cosine, -1 to 1; null if a photo has no usable face. */
  readonly similarity: number | null;
  /**
   * Euclidean distance of the vectors as the net gave them, before they were scaled to unit length: the measure that
   * face-api and dlib use with a limit of 0.6. Only told with `faceapi-128`, and never used to decide.
   */
  readonly rawDistance?: number | null;
  readonly threshold: number;
  readonly targetFmr: number;
  readonly operatingPoint: string;
  readonly isProvisional: boolean;
  readonly model: string;
  readonly engine: string;
  readonly images: { readonly reference: ImageSummary; readonly probe: ImageSummary };
  readonly milliseconds: {
    readonly reference: Readonly<Record<string, number>>;
    readonly probe: Readonly<Record<string, number>>;
    readonly match: number | null;
    readonly engineStart: number;
    readonly total: number;
  };
}

/** Compares two photos on disk in an engine of its own. @throws CliError with a sentence that names the file */
export async function compareFiles(options: CompareFilesOptions): Promise<FileComparison> {
  const referenceBytes = await readPhoto(options.reference);
  const probeBytes = await readPhoto(options.probe);
  const startedAt = performance.now();
  const engine = await openEngine(options.engine);
  try {
    const engineStart = performance.now() - startedAt;
    const reference = await capture(engine, referenceBytes, options.reference, options.pad);
    const probe = await capture(engine, probeBytes, options.probe, options.pad);
    return summarise(engine, options, { reference, probe }, engineStart);
  } finally {
    await engine.close();
  }
}

async function readPhoto(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new CliError(`There is no file ${file}.`);
    if (code === 'EISDIR') throw new CliError(`${file} is a folder, not a photo.`);
    throw new CliError(`The file ${file} cannot be read (${code ?? 'unknown reason'}).`);
  }
}

async function capture(
  engine: FaceEngine,
  bytes: Uint8Array,
  file: string,
  pad: CompareFilesOptions['pad'],
): Promise<CaptureResult> {
  if (bytes.length > LIMITS.maxImageBytes) throw new CliError(`${file}: ${new DomainError('IMAGE_TOO_LARGE').message}`);
  try {
    return await engine.capture(bytes, { pad });
  } catch (error) {
    if (error instanceof DomainError) throw new CliError(`${file}: ${error.message}`);
    throw error;
  }
}

interface Captures {
  readonly reference: CaptureResult;
  readonly probe: CaptureResult;
}

function summarise(
  engine: FaceEngine,
  options: CompareFilesOptions,
  { reference, probe }: Captures,
  engineStart: number,
): FileComparison {
  const point = engine.operatingPoint('VERIFY');
  const from = performance.now();
  const result =
    reference.outcome === 'CAPTURED' && probe.outcome === 'CAPTURED'
      ? verify(probe.embedding, [reference.embedding], point)
      : null;
  const match = performance.now() - from;
  const failed = reference.outcome !== 'CAPTURED' ? 'REFERENCE' : probe.outcome !== 'CAPTURED' ? 'PROBE' : null;
  const refusal =
    reference.outcome !== 'CAPTURED' ? reference.outcome : probe.outcome !== 'CAPTURED' ? probe.outcome : 'NON_MATCH';
  return {
    outcome: result?.outcome ?? refusal,
    failedImage: failed,
    similarity: result?.similarity ?? null,
    ...rawDistanceOf(engine, reference, probe),
    threshold: point.threshold,
    targetFmr: point.targetFmr,
    operatingPoint: point.id,
    isProvisional: point.isProvisional,
    model: engine.modelId,
    engine: engine.engine,
    images: { reference: summariseImage(options.reference, reference), probe: summariseImage(options.probe, probe) },
    milliseconds: {
      reference: stagesOf(reference.timings),
      probe: stagesOf(probe.timings),
      match: result === null ? null : roundMs(match),
      engineStart: roundMs(engineStart),
      total: roundMs(reference.timings.totalMs + probe.timings.totalMs + match),
    },
  };
}

function rawDistanceOf(
  engine: FaceEngine,
  reference: CaptureResult,
  probe: CaptureResult,
): { rawDistance?: number | null } {
  if (engine.modelId !== 'faceapi-128') return {};
  if (reference.outcome !== 'CAPTURED' || probe.outcome !== 'CAPTURED') return {};
  return { rawDistance: rawDistance(reference.embedding, probe.embedding) };
}

function summariseImage(file: string, { outcome, quality, pad }: CaptureResult): ImageSummary {
  return { file, outcome, quality, pad };
}

/** `{decodeMs: 1.234}` as `{decode: 1.2}`. */
function stagesOf(timings: StageTimings): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(timings).map(([stage, ms]) => [stage.replace(/Ms$/, ''), roundMs(ms)]));
}
