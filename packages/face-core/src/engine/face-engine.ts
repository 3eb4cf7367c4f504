import { DomainError, LIMITS } from '@rollcall/contracts';
import {
  type IdentificationMargin,
  OPERATING_POINT_KINDS,
  type OperatingPoint,
  type OperatingPointKind,
} from '@rollcall/models';
import { resolveDetector } from '../detect/resolve-detector.js';
import { createEmbedding, type Embedding } from '../embed/embedding.js';
import type { ModelPack } from '../embed/model-packs.js';
import { identificationMarginOf, operatingPointsOf, resolvePack } from '../embed/resolve-pack.js';
import { obstacleTo } from '../face-api/tfjs-packages.js';
import { samePersonThresholdOf } from '../liveness/same-person.js';
import { noIdentificationMargin, noOperatingPoint } from '../match/operating-point.js';
import type { CaptureOptions, CaptureResult } from '../pipeline/capture.js';
import type { FrameResult } from '../pipeline/face-pipeline.js';
import type { WireCapture, WireEmbedding, WireFrame, WorkerJob } from '../worker/protocol.js';
import { fromWireFailure } from '../worker/wire-failure.js';
import { type EngineOptions, resolveEngineOptions } from './engine-options.js';
import { type PoolHealth, ProcessPool } from './process-pool.js';

/** The compiled entry, also when this file itself runs uncompiled in a test. */
const WORKER_ENTRY = new URL('../../dist/worker/face-worker.js', import.meta.url);

/** Turns photos into embeddings, in child processes: a crash in a native library costs one job, not the service. */
export class FaceEngine {
  readonly modelId: string;
  readonly pack: string;
  readonly engine: string;
  readonly detector: string;
  /** All points of this engine's model: the shipped ones, or those given with a pack of the user's own. */
  readonly operatingPoints: readonly OperatingPoint[];
  readonly #margin: IdentificationMargin | null;

  private constructor(
    options: { readonly pack: ModelPack; readonly engine: string; readonly detector: string },
    private readonly pool: ProcessPool,
  ) {
    this.modelId = options.pack.modelId;
    this.pack = options.pack.id;
    this.engine = options.engine;
    this.detector = options.detector;
    this.operatingPoints = operatingPointsOf(options.pack);
    this.#margin = identificationMarginOf(options.pack);
  }

  /**
   * Checks the hashes of the models, starts the child processes and warms them up.
   *
   * @throws RangeError with one sentence if an option cannot be used, or the engine is not installed
   * @throws DomainError `MODEL_INTEGRITY` if a model is absent or damaged, or has no operating point or no lead
   */
  static async create(options: EngineOptions = {}): Promise<FaceEngine> {
    const resolved = resolveEngineOptions(options);
    const { engine, workers, threadsPerWorker, maxQueue, jobTimeoutMs } = resolved;
    const obstacle = engine === 'onnx' ? null : obstacleTo(engine);
    if (obstacle !== null) throw new RangeError(obstacle);
    const pack = await resolvePack(resolved.pack, resolved.models);
    if (!resolved.isMeasuring) assertHasPoints(pack);
    const detector = await resolveDetector(engine, resolved.detector, resolved.models);
    const settings = { engine, detector, pack, threads: threadsPerWorker };
    const pool = new ProcessPool({ entry: WORKER_ENTRY, settings, workers, maxQueue, jobTimeoutMs });
    await pool.start();
    return new FaceEngine({ pack, engine, detector: resolved.detector }, pool);
  }

  /**
   * Takes one face from one image.
   *
   * @param image bytes of a JPEG, PNG or WebP
   * @returns the embedding, or the outcome that says why there is none
   * @throws DomainError `IMAGE_TOO_LARGE`, `IMAGE_UNDECODABLE`, `ENGINE_BUSY`, `ENGINE_TIMEOUT`, `MODEL_INTEGRITY`
   */
  async capture(image: Uint8Array, options: CaptureOptions): Promise<CaptureResult> {
    const startedAt = performance.now();
    const { value, queueMs } = await this.run({
      kind: 'CAPTURE',
      image,
      options: { pad: options.pad, gates: options.gates ?? 'ENFORCE' },
    });
    return withTimings(value as WireCapture, queueMs, performance.now() - startedAt);
  }

  /**
   * Measures one frame of a liveness sequence: pose, eyes, size, passive PAD, and the embedding that ties the frames to one person.
   *
   * @param image bytes of a JPEG, PNG or WebP
   * @throws DomainError as `capture`
   */
  async observe(image: Uint8Array): Promise<FrameResult> {
    const { value } = await this.run({ kind: 'OBSERVE', image });
    const frame = value as WireFrame;
    if (frame.outcome !== 'OBSERVED') return frame;
    const { observation, pad } = frame;
    return { outcome: 'OBSERVED', observation: { ...observation, embedding: fromWire(observation.embedding) }, pad };
  }

  private async run(job: WorkerJob): Promise<{ value: WireCapture | WireFrame; queueMs: number }> {
    if (job.image.byteLength > LIMITS.maxImageBytes) {
      throw new DomainError('IMAGE_TOO_LARGE', { details: { maxBytes: LIMITS.maxImageBytes } });
    }
    const { answer, queueMs } = await this.pool.run(job);
    if (!answer.ok) throw fromWireFailure(answer);
    return { value: answer.value, queueMs };
  }

  /** The threshold of this engine's model. @throws DomainError `MODEL_INTEGRITY` if it has none of this kind */
  operatingPoint(kind: OperatingPointKind): OperatingPoint {
    const point = this.operatingPoints.find((candidate) => candidate.kind === kind);
    if (point === undefined) throw noOperatingPoint(this.modelId, kind);
    return point;
  }

  /** False only while a pack is measured that has no points yet. */
  get hasIdentificationMargin(): boolean {
    return this.#margin !== null;
  }

  /** The lead that 1:N needs over the second person. @throws DomainError `MODEL_INTEGRITY` if the model has none */
  get identificationMargin(): IdentificationMargin {
    if (this.#margin === null) throw noIdentificationMargin(this.modelId);
    return this.#margin;
  }

  /** Cosine similarity from which two frames of one sequence count as one person. */
  get samePersonThreshold(): number {
    return samePersonThresholdOf(this.operatingPoint('VERIFY'));
  }

  health(): PoolHealth {
    return this.pool.health();
  }

  /** Process ids of the children, for monitoring. */
  workerPids(): number[] {
    return this.pool.pids();
  }

  /** Refuses what waits, lets running images end and stops the child processes. May be called again. */
  close(): Promise<void> {
    return this.pool.close();
  }
}

/** No threshold is ever guessed: a pack without one for every kind of question is refused at the start. */
function assertHasPoints(pack: ModelPack): void {
  const kinds = operatingPointsOf(pack).map(({ kind }) => kind);
  const missing = OPERATING_POINT_KINDS.find((kind) => !kinds.includes(kind));
  if (missing !== undefined) throw noOperatingPoint(pack.modelId, missing);
  if (identificationMarginOf(pack) === null) throw noIdentificationMargin(pack.modelId);
}

function withTimings(capture: WireCapture, queueMs: number, totalMs: number): CaptureResult {
  const timings = { ...capture.timings, queueMs, totalMs };
  if (capture.outcome !== 'CAPTURED') return { ...capture, timings };
  return { ...capture, embedding: fromWire(capture.embedding), timings };
}

function fromWire({ modelId, vector, rawNorm }: WireEmbedding): Embedding {
  return createEmbedding(modelId, vector, rawNorm);
}
