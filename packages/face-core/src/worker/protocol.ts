import type { ErrorCode } from '@rollcall/contracts';
import type { ChosenDetector } from '../detect/own-detector.types.js';
import type { ModelPack } from '../embed/model-packs.js';
import type { EngineId } from '../engine/engine-kinds.js';
import type { FrameObservation } from '../liveness/frame-observation.js';
import type { PadReport } from '../pad/pad-report.js';
import type { CapturedFace, CaptureOptions, RefusedCapture } from '../pipeline/capture.js';

/** Everything that crosses the border between the engine and its child processes (advanced serialisation). */
export type ToWorker =
  | { readonly kind: 'START'; readonly settings: WorkerSettings }
  | { readonly kind: 'JOB'; readonly job: WorkerJob };

export type FromWorker =
  | { readonly kind: 'STARTED' }
  | { readonly kind: 'START_FAILED'; readonly failure: WireFailure }
  | { readonly kind: 'ANSWER'; readonly answer: WireAnswer };

export interface WorkerSettings {
  readonly engine: EngineId;
  readonly detector: ChosenDetector;
  readonly pack: ModelPack;
  readonly threads: number;
}

export type WorkerJob =
  | { readonly kind: 'CAPTURE'; readonly image: Uint8Array; readonly options: CaptureOptions }
  | { readonly kind: 'OBSERVE'; readonly image: Uint8Array };

/** An error without its class: classes do not survive the way, so the code travels and the error is made again. */
export interface WireFailure {
  readonly ok: false;
  readonly code: ErrorCode;
  readonly internal?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export type WireAnswer = { readonly ok: true; readonly value: WireCapture | WireFrame } | WireFailure;

/** An embedding as plain data: its class, which keeps it from being printed, does not survive the way. */
export interface WireEmbedding {
  readonly modelId: string;
  readonly vector: Float32Array;
  readonly rawNorm: number;
}

export type WireCapture = RefusedCapture | (Omit<CapturedFace, 'embedding'> & { readonly embedding: WireEmbedding });

export type WireFrame =
  | { readonly outcome: 'NO_FACE' | 'MULTIPLE_FACES' }
  | {
      readonly outcome: 'OBSERVED';
      readonly observation: Omit<FrameObservation, 'embedding'> & { readonly embedding: WireEmbedding };
      readonly pad: PadReport;
    };
