import type { CaptureOptions, CaptureResult } from '../../pipeline/capture.js';

/** What a measurement needs of an engine; `FaceEngine` is one. */
export interface MeasuredEngine {
  readonly modelId: string;
  readonly pack: string;
  readonly engine: string;
  capture(image: Uint8Array, options: CaptureOptions): Promise<CaptureResult>;
}

/** How far a long run has come. */
export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;
