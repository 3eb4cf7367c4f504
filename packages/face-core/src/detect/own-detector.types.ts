import type { NetInput } from '../models/net-input.js';
import type { OwnModelEntry } from '../models/own-model-entry.js';
import type { DetectorId } from './face-detector.js';
import type { SingleShotSpec } from './single-shot-specs.js';

/**
 * What a net of the user's own gives. `yunet`: a grid for each of three strides, with five points a face. `boxes`: scores and
 * boxes as fractions of the input, without points.
 */
export const OUTPUT_LAYOUTS = ['yunet', 'boxes'] as const;
export type OutputLayout = (typeof OUTPUT_LAYOUTS)[number];

/** A detector from the user's `models.json` (docs/adr/0138). */
export interface OwnDetector extends OwnModelEntry {
  readonly input: NetInput;
  readonly output: OutputLayout;
  readonly spec: SingleShotSpec;
}

/** The id of a shipped detector, or an entry of the user's own. */
export type ChosenDetector = DetectorId | OwnDetector;
