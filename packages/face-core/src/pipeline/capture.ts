import type { CaptureRefusal } from '@rollcall/contracts';
import type { FaceDetection } from '../detect/face-detection.js';
import type { Embedding } from '../embed/embedding.js';
import type { PadReport } from '../pad/pad-report.js';
import type { QualityReport } from '../quality/quality-report.js';
import type { StageTimings } from './stage-timings.js';

export interface CaptureOptions {
  /**
   * REFUSE: a presentation attack ends the capture. FLAG: it is reported and the capture goes on. OFF: not looked for.
   * A missing score ends the capture under REFUSE and FLAG alike.
   */
  readonly pad: 'REFUSE' | 'FLAG' | 'OFF';
  /**
   * ENFORCE (default): the gates refuse. REPORT: for measuring only; the most central of several faces is taken, and a
   * refusal by face count, quality or presentation attack is noted as `overlooked` while the capture goes on.
   */
  readonly gates?: 'ENFORCE' | 'REPORT';
}

/** Size of the upright photo in pixels. */
export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

export interface CapturedFace {
  readonly outcome: 'CAPTURED';
  readonly embedding: Embedding;
  readonly detection: FaceDetection;
  readonly quality: QualityReport;
  readonly pad: PadReport | null;
  readonly image: ImageSize;
  readonly timings: StageTimings;
  /** The first refusal that `gates: 'REPORT'` passed over; absent under ENFORCE. */
  readonly overlooked?: CaptureRefusal | null;
}

export interface RefusedCapture {
  readonly outcome: CaptureRefusal;
  /** Faces that are not background. */
  readonly faces: number;
  readonly detection: FaceDetection | null;
  readonly quality: QualityReport | null;
  readonly pad: PadReport | null;
  readonly image: ImageSize;
  readonly timings: StageTimings;
}

export type CaptureResult = CapturedFace | RefusedCapture;
