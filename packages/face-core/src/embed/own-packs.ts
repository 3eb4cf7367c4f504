import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ChipTemplate } from '../align/chip-templates.js';
import { isTemplateName, namedTemplate, ownTemplate } from '../align/own-template.js';
import { EntryReader } from './entry-reader.js';
import { PACK_IDS } from './model-packs.js';
import type { OwnNet } from './net-input.js';
import { readOwnMargin } from './own-margin.js';
import type { OwnPack } from './own-pack.types.js';
import { readOwnPoints } from './own-points.js';

/**
 * Reads the packs of the user's own: `{"packs": [entry, …]}`; paths are relative to the file, and a model with a `url`
 * is kept beside it. The fields of an entry stand in models/README.md.
 *
 * @throws RangeError with one sentence that names the file and what is wrong
 */
export async function readOwnPacks(file: string): Promise<readonly OwnPack[]> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new RangeError(`The file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const root = new EntryReader(file, json);
  const packs = root.list('packs').map((entry) => parsePack(new EntryReader(file, entry), path.dirname(file)));
  const ids = packs.map(({ id }) => id);
  const taken = ids.find((id, index) => ids.indexOf(id) !== index || (PACK_IDS as readonly string[]).includes(id));
  if (taken !== undefined) throw root.fault(`the id ${taken} is taken`);
  return packs;
}

function parsePack(entry: EntryReader, folder: string): OwnPack {
  const id = entry.match('id', /^[a-z0-9][a-z0-9-]{1,39}$/, 'must have 2 to 40 small letters, digits and dashes');
  const sha256 = entry.match('sha256', /^[0-9a-f]{64}$/, 'must be 64 small hexadecimal digits');
  const dimensions = entry.whole('dimensions', 16, 4_096);
  const input = entry.object('input');
  const sizePx = input.whole('sizePx', 32, 512);
  const feed: OwnNet['input'] = {
    layout: input.choice('layout', ['NCHW', 'NHWC'], 'NCHW'),
    channelOrder: input.choice('channelOrder', ['RGB', 'BGR'], 'RGB'),
    mean: input.numbers('mean', 3),
    scale: input.numbers('scale', 3),
  };
  const template = readTemplate(entry, sizePx);
  const modelId = `${id}-${fingerprint({ sha256, dimensions, feed, template })}`;
  const operatingPoints = readOwnPoints(entry, modelId);
  const url = entry.optionalText('url');
  if (url !== null && !/^https:\/\//.test(url)) throw entry.fault('a url must begin with https://');
  const name = entry.optionalText('file') ?? (url === null ? null : `${id}-${sha256.slice(0, 16)}.onnx`);
  if (name === null) throw entry.fault('it needs a file or a url');
  return {
    id,
    modelId,
    netIds: [],
    dimensions,
    template,
    normRange: null,
    own: { path: path.resolve(folder, name), sha256, dimensions, input: feed },
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
