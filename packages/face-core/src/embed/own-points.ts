import { lowestTargetFmr, OPERATING_POINT_KINDS, type OperatingPoint } from '@rollcall/models';
import type { EntryReader } from '../models/entry-reader.js';

/** More pairs than anybody measures: a larger number is a slip. */
const MOST_PAIRS = 1e12;

/**
 * The operating points of a pack of the user's own. As for a shipped one, no false match rate is claimed that the pairs it was
 * measured on cannot show: how many people a search is safe for follows from it.
 *
 * @throws RangeError with one sentence if a point is incomplete, impossible, claims too much or is there twice
 */
export function readOwnPoints(entry: EntryReader, modelId: string): readonly OperatingPoint[] {
  const points = entry.optionalList('operatingPoints').map((point) => parsePoint(entry.inner(point), modelId));
  const kinds = points.map(({ kind }) => kind);
  const repeated = kinds.find((kind, index) => kinds.indexOf(kind) !== index);
  if (repeated !== undefined) throw entry.fault(`there are two operating points ${repeated}`);
  return points;
}

function parsePoint(point: EntryReader, modelId: string): OperatingPoint {
  const kind = point.choice('kind', OPERATING_POINT_KINDS);
  const isWithin = (value: number, low: number, high: number) => value > low && value < high;
  const [threshold, targetFmr] = [point.number('threshold'), point.number('targetFmr')];
  if (!isWithin(threshold, -1, 1)) throw point.fault('a threshold is a cosine between -1 and 1');
  if (!isWithin(targetFmr, 0, 1)) throw point.fault('a targetFmr lies between 0 and 1');
  const impostorPairs = point.whole('impostorPairs', 1, MOST_PAIRS);
  if (targetFmr < lowestTargetFmr(impostorPairs))
    throw point.fault(
      `${impostorPairs} impostorPairs show no targetFmr below ${lowestTargetFmr(impostorPairs)}, and ${kind} claims ${targetFmr}`,
    );
  return {
    id: `${modelId}/${kind.toLowerCase().replace('_', '-')}/1`,
    kind,
    modelId,
    threshold,
    targetFmr,
    impostorPairs,
    measurement: null,
    isProvisional: true,
    version: 1,
    source: `Given with the model, not measured here: ${point.match('source', /.{3}/, 'must say where it comes from')}`,
  };
}
