import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONVERTERS } from '../convert/converters.js';
import type { Manifest, ManifestEntry, SourceFile } from '../manifest.js';
import { sha256 } from '../sha256.js';
import { BuildError, messageOf } from './build-error.js';
import { fetchTarball, type NpmCommand, tarballName } from './fetch-tarball.js';
import { readTarball } from './tar-reader.js';
import { writeAtomically } from './write-atomically.js';

export interface BuildOptions {
  readonly manifest: Manifest;
  readonly weightsDir: string;
  /** Holds the tarballs between builds. */
  readonly cacheDir: string;
  /** On the same disk as `weightsDir`. */
  readonly temporaryDir: string;
  readonly npm: NpmCommand;
  /** Builds even what is up to date. */
  readonly isForced: boolean;
  /** Refuses a result whose hash is not the one in the manifest; off only while a new manifest is made. */
  readonly isResultChecked: boolean;
  /** Called once a model, with one line. */
  readonly report: (line: string) => void;
}

export interface BuiltModel {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/**
 * Builds every model of the manifest whose file is absent or has another hash. Packages are fetched side by side.
 * Throws a `BuildError` with one sentence; models finished before that stay.
 */
export async function buildAll(options: BuildOptions): Promise<BuiltModel[]> {
  const outdated: ManifestEntry[] = [];
  for (const model of options.manifest.models) {
    if (!options.isForced && (await isUpToDate(model, options.weightsDir))) options.report(`${model.id}: up to date`);
    else outdated.push(model);
  }
  const results = await Promise.allSettled(byPackage(outdated).map((models) => buildPackage(models, options)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
  return results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
}

async function isUpToDate({ id, built }: ManifestEntry, weightsDir: string): Promise<boolean> {
  const bytes = await readIfThere(path.join(weightsDir, `${id}.onnx`));
  return bytes !== undefined && sha256(bytes) === built.sha256;
}

function byPackage(models: readonly ManifestEntry[]): ManifestEntry[][] {
  const groups = new Map<string, ManifestEntry[]>();
  for (const model of models) {
    const key = `${model.source.package}@${model.source.version}`;
    groups.set(key, [...(groups.get(key) ?? []), model]);
  }
  return [...groups.values()];
}

async function buildPackage(models: readonly ManifestEntry[], options: BuildOptions): Promise<BuiltModel[]> {
  const files = await sourceFiles(models, options);
  const built: BuiltModel[] = [];
  for (const model of models) {
    const bytes = convert(model, files);
    const result = { id: model.id, sha256: sha256(bytes), sizeBytes: bytes.length };
    if (options.isResultChecked && result.sha256 !== model.built.sha256)
      throw new BuildError(`The converted model ${model.id} differs from the one the manifest describes.`);
    await writeAtomically(path.join(options.weightsDir, `${model.id}.onnx`), bytes, options.temporaryDir);
    const megabytes = (bytes.length / 1e6).toFixed(1);
    options.report(`${model.id}: built (${megabytes} MB) from ${model.source.package}@${model.source.version}`);
    built.push(result);
  }
  return built;
}

/** The files all the models of one package need, checked; a damaged tarball in the cache is fetched once more. */
async function sourceFiles(models: readonly ManifestEntry[], options: BuildOptions): Promise<Map<string, Uint8Array>> {
  const { package: name, version } = models[0]?.source ?? { package: '', version: '' };
  const expected = models.flatMap((model) => model.source.files);
  const cached = await readIfThere(path.join(options.cacheDir, tarballName(name, version)));
  if (cached !== undefined) {
    try {
      return unpack(cached, name, version, expected);
    } catch (error) {
      options.report(`${name}@${version}: the cached tarball is damaged, fetching it again (${messageOf(error)})`);
    }
  }
  return unpack(await fetchTarball(name, version, options.cacheDir, options.npm), name, version, expected);
}

function unpack(tarball: Uint8Array, name: string, version: string, expected: readonly SourceFile[]) {
  const files = readFiles(tarball, `${name}@${version}`, expected);
  for (const { path: file, sha256: hash } of expected) {
    const bytes = files.get(file);
    if (bytes === undefined) throw new BuildError(`The package ${name}@${version} has no file ${file}.`);
    if (sha256(bytes) !== hash)
      throw new BuildError(
        `The file ${file} of ${name}@${version} is not the one the manifest expects (its hash differs).`,
      );
  }
  return files;
}

function readFiles(tarball: Uint8Array, spec: string, expected: readonly SourceFile[]): Map<string, Uint8Array> {
  try {
    return readTarball(
      tarball,
      expected.map((file) => file.path),
    );
  } catch (error) {
    throw new BuildError(`The tarball of ${spec} cannot be unpacked: ${messageOf(error)}`, error);
  }
}

function convert(model: ManifestEntry, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const converter = CONVERTERS[model.converter];
  if (converter === undefined) throw new BuildError(`The model ${model.id} names no known converter.`);
  try {
    return converter(model.source.files.flatMap((file) => files.get(file.path) ?? []));
  } catch (error) {
    throw new BuildError(`The model ${model.id} cannot be converted: ${messageOf(error)}`, error);
  }
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
