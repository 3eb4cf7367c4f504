import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EntryReader } from './entry-reader.js';
import type { NetInput } from './net-input.js';
import type { OwnModelFile } from './own-model-file.js';

/** What every entry of a `models.json` says, whatever its net is for. */
export interface OwnModelEntry extends OwnModelFile {
  readonly id: string;
  /** Where the file comes from if it is not there yet. */
  readonly url: string | null;
}

/**
 * Opens a `models.json`: `{"packs": [entry, …], "detectors": [entry, …]}`, one of the two at least.
 *
 * @throws RangeError with one sentence that names the file and what is wrong
 */
export async function openModelsFile(file: string): Promise<EntryReader> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new RangeError(`The file ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const root = new EntryReader(file, json);
  if (root.value('packs') === undefined && root.value('detectors') === undefined)
    throw root.fault('it needs a list "packs" or "detectors"');
  return root;
}

/**
 * The entries of one list, each read by `parse`. Ids are unique in it and none is one of `shipped`.
 *
 * @throws RangeError with one sentence
 */
export async function readEntries<T extends { readonly id: string }>(
  file: string,
  list: 'packs' | 'detectors',
  shipped: readonly string[],
  parse: (entry: EntryReader, folder: string) => T,
): Promise<readonly T[]> {
  const root = await openModelsFile(file);
  const entries = root.optionalList(list).map((entry) => parse(root.inner(entry), path.dirname(file)));
  const ids = entries.map(({ id }) => id);
  const taken = ids.find((id, index) => ids.indexOf(id) !== index || shipped.includes(id));
  if (taken !== undefined) throw root.fault(`the id ${taken} is taken`);
  return entries;
}

/** Id, hash and place of the file. Paths are relative to `folder`, where a model with a `url` is kept too. */
export function readModelEntry(entry: EntryReader, folder: string): OwnModelEntry {
  const id = entry.match('id', /^[a-z0-9][a-z0-9-]{1,39}$/, 'must have 2 to 40 small letters, digits and dashes');
  const sha256 = entry.match('sha256', /^[0-9a-f]{64}$/, 'must be 64 small hexadecimal digits');
  const url = entry.optionalText('url');
  if (url !== null && !/^https:\/\//.test(url)) throw entry.fault('a url must begin with https://');
  const name = entry.optionalText('file') ?? (url === null ? null : `${id}-${sha256.slice(0, 16)}.onnx`);
  if (name === null) throw entry.fault('it needs a file or a url');
  return { id, path: path.resolve(folder, name), sha256, url };
}

/** How the net is fed; `layout` is NCHW and `channelOrder` RGB unless given. */
export function readNetInput(input: EntryReader): NetInput {
  return {
    layout: input.choice('layout', ['NCHW', 'NHWC'], 'NCHW'),
    channelOrder: input.choice('channelOrder', ['RGB', 'BGR'], 'RGB'),
    mean: input.numbers('mean', 3),
    scale: input.numbers('scale', 3),
  };
}
