import { readFileSync } from 'node:fs';

/** A size that is fixed, or the name of one that the caller chooses (`N` is the batch). */
export type ShapeDimension = number | string;

/** A file inside an npm package; `path` is relative to the root of the package. */
export interface SourceFile {
  readonly path: string;
  readonly sha256: string;
}

export interface ModelInput {
  readonly name: string;
  /** float32, in the order batch, channel, row, column. */
  readonly shape: readonly ShapeDimension[];
  readonly layout: 'NCHW';
  readonly colourOrder: 'RGB' | 'BGR' | 'GREY';
  /** What the caller computes from every 0–255 pixel before it enters: `(pixel - mean) · scale`, per channel in `colourOrder`. */
  readonly normalisation: { readonly mean: readonly number[]; readonly scale: readonly number[] };
  /** How the image is cut out before it is resized to `shape`. */
  readonly crop: string;
}

export interface ModelOutput {
  readonly name: string;
  readonly shape: readonly ShapeDimension[];
  readonly meaning: string;
}

export interface ManifestEntry {
  readonly id: string;
  readonly source: { readonly package: string; readonly version: string; readonly files: readonly SourceFile[] };
  readonly licence: string;
  readonly provenance: string;
  /** Name of a converter in `convert/converters.ts`; `copy` takes an ONNX file as it is. */
  readonly converter: string;
  readonly input: ModelInput;
  readonly outputs: readonly ModelOutput[];
  /** Length of the embedding, or null if the model makes none. */
  readonly dim: number | null;
  /** The ONNX file that the converter makes; the same bytes on every machine. */
  readonly built: { readonly sha256: string; readonly sizeBytes: number };
}

export interface Manifest {
  readonly models: readonly ManifestEntry[];
}

export const MANIFEST_URL = new URL('../manifest.json', import.meta.url);

/** Reads and checks `models/manifest.json`; throws an Error with one sentence if a field is missing or of a wrong type. */
export function loadManifest(): Manifest {
  return parseManifest(JSON.parse(readFileSync(MANIFEST_URL, 'utf8')));
}

export function parseManifest(json: unknown): Manifest {
  const models = list(json, 'models', 'the manifest');
  for (const model of models) checkEntry(model);
  const ids = models.map((model) => (model as ManifestEntry).id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new Error(`The manifest has the model ${repeated} twice.`);
  return json as Manifest;
}

function checkEntry(model: unknown): void {
  const id = text(model, 'id', 'a model');
  if (!/^[a-z0-9-]+$/.test(id)) throw new Error(`The model id "${id}" may only have small letters, digits and dashes.`);
  const where = `the model ${id}`;
  for (const key of ['licence', 'provenance', 'converter']) text(model, key, where);
  const source = field(model, 'source', where);
  text(source, 'package', where);
  text(source, 'version', where);
  for (const file of list(source, 'files', where)) {
    text(file, 'path', where);
    hash(file, where);
  }
  const input = field(model, 'input', where);
  for (const key of ['name', 'layout', 'colourOrder', 'crop']) text(input, key, where);
  const normalisation = field(input, 'normalisation', where);
  for (const [key, owner] of [
    ['shape', input] as const,
    ['mean', normalisation] as const,
    ['scale', normalisation] as const,
  ])
    list(owner, key, where);
  for (const output of list(model, 'outputs', where)) text(output, 'name', where);
  const built = field(model, 'built', where);
  hash(built, where);
  if (typeof field(built, 'sizeBytes', where) !== 'number') throw new Error(`In ${where}, sizeBytes must be a number.`);
}

function field(owner: unknown, key: string, where: string): unknown {
  const value = typeof owner === 'object' && owner !== null ? (owner as Record<string, unknown>)[key] : undefined;
  if (value === undefined) throw new Error(`In ${where}, "${key}" is missing.`);
  return value;
}

function text(owner: unknown, key: string, where: string): string {
  const value = field(owner, key, where);
  if (typeof value !== 'string' || value === '') throw new Error(`In ${where}, "${key}" must be a text.`);
  return value;
}

function list(owner: unknown, key: string, where: string): readonly unknown[] {
  const value = field(owner, key, where);
  if (!Array.isArray(value) || value.length === 0) throw new Error(`In ${where}, "${key}" must be a list.`);
  return value;
}

function hash(owner: unknown, where: string): void {
  const value = text(owner, 'sha256', where);
  if (!/^[0-9a-f]{64}$/.test(value)) throw new Error(`In ${where}, a sha256 must be 64 hexadecimal digits.`);
}
