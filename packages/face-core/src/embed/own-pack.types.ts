import type { OperatingPoint } from '@rollcall/models';
import type { ModelPack } from './model-packs.js';
import type { NetInput } from './net-input.js';

/** An ONNX file of the user's own and how it is fed. */
export interface OwnNet {
  /** Absolute path. */
  readonly path: string;
  readonly sha256: string;
  readonly dimensions: number;
  readonly input: NetInput;
}

/** A pack from the user's `models.json` (docs/adr/0029). */
export interface OwnPack extends ModelPack {
  readonly own: OwnNet;
  /** Where the file comes from if it is not there yet. */
  readonly url: string | null;
  /** As the entry gives them, each marked provisional: nobody measured them here. */
  readonly operatingPoints: readonly OperatingPoint[];
}
