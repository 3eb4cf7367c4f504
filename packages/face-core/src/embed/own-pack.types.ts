import type { IdentificationMargin, OperatingPoint } from '@rollcall/models';
import type { OwnNet } from '../models/net-input.js';
import type { ModelPack } from './model-packs.js';

/** A pack from the user's `models.json` (docs/adr/0029). */
export interface OwnPack extends ModelPack {
  readonly own: OwnNet;
  /** Where the file comes from if it is not there yet. */
  readonly url: string | null;
  /** As the entry gives them, each marked provisional: nobody measured them here. */
  readonly operatingPoints: readonly OperatingPoint[];
  /** Given, or taken from the spacing of the points; null without points to take it from. */
  readonly identificationMargin: IdentificationMargin | null;
}
