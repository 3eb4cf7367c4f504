import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { OPERATING_POINT_KINDS, type OperatingPoint } from '@rollcall/models';
import type { ChipTemplate } from '../align/chip-templates.js';
import { isTemplateName, namedTemplate, ownTemplate } from '../align/own-template.js';
import { EntryReader } from './entry-reader.js';
import { PACK_IDS } from './model-packs.js';
import type { OwnNet } from './net-input.js';
import type { OwnPack } from './own-pack.types.js';

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
    operatingPoints: entry.optionalList('operatingPoints').map((point) => parsePoint(entry.inner(point), modelId)),
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

function parsePoint(point: EntryReader, modelId: string): OperatingPoint {
  const kind = point.choice('kind', OPERATING_POINT_KINDS);
  const isWithin = (value: number, low: number, high: number) => value > low && value < high;
  const [threshold, targetFmr] = [point.number('threshold'), point.number('targetFmr')];
  if (!isWithin(threshold, -1, 1)) throw point.fault('a threshold is a cosine between -1 and 1');
  if (!isWithin(targetFmr, 0, 1)) throw point.fault('a targetFmr lies between 0 and 1');
  return {
    id: `${modelId}/${kind.toLowerCase().replace('_', '-')}/1`,
    kind,
    modelId,
    threshold,
    targetFmr,
    impostorPairs: null,
    measurement: null,
    isProvisional: true,
    version: 1,
    source: `Given with the model, not measured here: ${point.match('source', /.{3}/, 'must say where it comes from')}`,
  };
}

/** Whatever changes the vectors changes the id of the model, so templates of two such models never mix. */
function fingerprint(parts: object): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8);
}
