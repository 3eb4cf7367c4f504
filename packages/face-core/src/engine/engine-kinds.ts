import type { DetectorId } from '../detect/face-detector.js';

export const ENGINE_IDS = ['onnx', 'tfjs-node', 'tfjs-wasm'] as const;
export type EngineId = (typeof ENGINE_IDS)[number];

/** What an engine can run; the first of each list is its default (docs/adr/0027). */
export interface EngineKind {
  /** The shipped ones. */
  readonly detectors: readonly DetectorId[];
  /** Whether it also runs a detector of the user's own. */
  readonly hasOwnDetectors: boolean;
  /** Null: every pack, also one of the user's own. */
  readonly packs: readonly string[] | null;
}

const FACE_API: EngineKind = {
  detectors: ['ssd-mobilenet-v1', 'tiny'],
  hasOwnDetectors: false,
  packs: ['faceapi-128'],
};

/** The engine finds faces and makes embeddings; quality and presentation-attack nets run on onnxruntime in all of them. */
export const ENGINE_KINDS: Readonly<Record<EngineId, EngineKind>> = {
  onnx: {
    detectors: ['mtcnn', 'ssd-mobilenet-v1', 'tiny', 'faceplugin'],
    hasOwnDetectors: true,
    packs: null,
  },
  'tfjs-node': FACE_API,
  'tfjs-wasm': FACE_API,
};
