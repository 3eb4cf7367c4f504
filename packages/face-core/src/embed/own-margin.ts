import type { IdentificationMargin, OperatingPoint, OperatingPointKind } from '@rollcall/models';
import type { EntryReader } from '../models/entry-reader.js';

/**
 * The lead of a pack without one of its own, as a share of what its threshold rises by when the false match rate falls to a
 * tenth. With three quarters the shipped packs hold back at most 1 % of the right people (docs/adr/0132).
 */
const SHARE_OF_SPACING = 0.75;

/**
 * The lead that 1:N needs with a pack of the user's own: `identificationMargin` of its entry, or else three quarters of the
 * spacing of its points VERIFY and IDENTIFY for a factor of ten in the false match rate. Either is provisional.
 *
 * @returns null without these two points: then the pack can only be measured
 * @throws RangeError with one sentence if the points have no spacing to take it from, or the lead leaves no room below 1
 */
export function readOwnMargin(
  entry: EntryReader,
  modelId: string,
  points: readonly OperatingPoint[],
): IdentificationMargin | null {
  const of = (kind: OperatingPointKind) => points.find((point) => point.kind === kind);
  const [verify, identify] = [of('VERIFY'), of('IDENTIFY')];
  if (verify === undefined || identify === undefined) return null;
  const isGiven = entry.value('identificationMargin') !== undefined;
  const margin = isGiven ? entry.number('identificationMargin') : SHARE_OF_SPACING * spacing(entry, verify, identify);
  const highest = Math.max(identify.threshold, of('DUPLICATE')?.threshold ?? -1);
  // Twice the lead above DUPLICATE two faces are called very alike: with less room that could never be said.
  if (!(margin > 0 && highest + 2 * margin < 1))
    throw entry.fault(
      `an identificationMargin of ${margin} must be above 0, and twice it must fit between ${highest} and 1`,
    );
  const source = isGiven
    ? 'Given with the model, not measured here.'
    : 'Three quarters of the spacing of VERIFY and IDENTIFY for a tenth of the rate, not measured here.';
  return { modelId, margin, measurements: [], isProvisional: true, source };
}

/** How much the threshold rises when the false match rate falls to a tenth. */
function spacing(entry: EntryReader, verify: OperatingPoint, identify: OperatingPoint): number {
  const rise = identify.threshold - verify.threshold;
  const decades = Math.log10(verify.targetFmr / identify.targetFmr);
  if (!(rise > 0 && decades > 0))
    throw entry.fault(
      'it needs an "identificationMargin", or an IDENTIFY that is stricter than VERIFY to take it from',
    );
  return rise / decades;
}
