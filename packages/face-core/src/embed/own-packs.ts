import { createHash } from 'node:crypto';
import type { ChipTemplate } from '../align/chip-templates.js';
import { isTemplateName, namedTemplate, ownTemplate } from '../align/own-template.js';
import type { EntryReader } from '../models/entry-reader.js';
import { readEntries, readModelEntry, readNetInput } from '../models/own-model-entry.js';
import { PACK_IDS } from './model-packs.js';
import { readOwnMargin } from './own-margin.js';
import type { OwnPack } from './own-pack.types.js';
import { readOwnPoints } from './own-points.js';

/**
 * Reads the packs of the user's own: `{"packs": [entry, …]}`. The fields of an entry stand in models/README.md.
 *
 * @throws RangeError with one sentence that names the file and what is wrong
 */
export function readOwnPacks(file: string): Promise<readonly OwnPack[]> {
  return readEntries(file, 'packs', PACK_IDS, parsePack);
}

function parsePack(entry: EntryReader, folder: string): OwnPack {
  const { id, path, sha256, url } = readModelEntry(entry, folder);
  const dimensions = entry.whole('dimensions', 16, 4_096);
  const input = entry.object('input');
  const sizePx = input.whole('sizePx', 32, 512);
  const feed = readNetInput(input);
  const template = readTemplate(entry, sizePx);
  const modelId = `${id}-${fingerprint({ sha256, dimensions, feed, template })}`;
  const operatingPoints = readOwnPoints(entry, modelId);
  return {
    id,
    modelId,
    netIds: [],
    dimensions,
    template,
    normRange: null,
    own: { path, sha256, dimensions, input: feed },
    url,
    operatingPoints,
    identificationMargin: readOwnMargin(entry, modelId, operatingPoints),
  };
}

function readTemplate(entry: EntryReader, sizePx: number): ChipTemplate {
  const given = entry.value('template');
  if (isTemplateName(given)) return namedTemplate(given, sizePx);
  if (!Array.isArray(given)) throw entry.fault('"template" must be arcface, dlib or facenet, or five points');
  const points = given.map((point) => entry.inner({ point }).numbers('point', 2));
  if (points.length !== 5) throw entry.fault('"template" needs five points');
  return ownTemplate(sizePx, points);
}

/** Whatever changes the vectors changes the id of the model, so templates of two such models never mix. */
function fingerprint(parts: object): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}
