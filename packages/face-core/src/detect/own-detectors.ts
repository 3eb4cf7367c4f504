import type { EntryReader } from '../models/entry-reader.js';
import { readEntries, readModelEntry, readNetInput } from '../models/own-model-entry.js';
import { DETECTOR_IDS } from './face-detector.js';
import { OUTPUT_LAYOUTS, type OwnDetector } from './own-detector.types.js';
import { YUNET_STRIDES } from './yunet-output.js';

/** The coarsest grid of YuNet has to fill the input. */
const YUNET_MULTIPLE = Math.max(...YUNET_STRIDES);

/**
 * Reads the detectors of the user's own: `{"detectors": [entry, …]}`. The fields of an entry stand in models/README.md.
 *
 * @throws RangeError with one sentence that names the file and what is wrong
 */
export function readOwnDetectors(file: string): Promise<readonly OwnDetector[]> {
  return readEntries(file, 'detectors', DETECTOR_IDS, parseDetector);
}

function parseDetector(entry: EntryReader, folder: string): OwnDetector {
  const model = readModelEntry(entry, folder);
  const output = entry.choice('output', OUTPUT_LAYOUTS);
  const input = entry.object('input');
  const [width, height] = [input.whole('widthPx', 64, 2_048), input.whole('heightPx', 64, 2_048)];
  if (output === 'yunet' && (width % YUNET_MULTIPLE !== 0 || height % YUNET_MULTIPLE !== 0))
    throw entry.fault(`with the output yunet "widthPx" and "heightPx" must be multiples of ${YUNET_MULTIPLE}`);
  const [minScore, certainScore] = [entry.number('minScore'), entry.number('certainScore')];
  if (!(minScore > 0 && minScore < certainScore && certainScore < 1))
    throw entry.fault('"minScore" must be above 0 and below "certainScore", and that below 1');
  const minFaceShare = entry.whole('smallestFacePx', 4, height / 2) / height;
  const spec = { modelId: model.id, width, height, minFaceShare, minScore, certainScore };
  return { ...model, input: readNetInput(input), output, spec };
}
