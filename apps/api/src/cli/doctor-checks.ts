import { access, constants, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import type { Database } from '@rollcall/db';
import { findRunningMongo } from '@rollcall/db/embedded';
import { FaceEngine, resolvePack } from '@rollcall/face-core';
import type { Env } from '../env.js';
import { engineOptionsFrom, ownModelsFile } from '../services/engine-options.js';
import { MASTER_KEY_FILE, newId, now, openRollcallDatabase } from '../services/open-rollcall-database.js';
import { describeStaleFaces, findStaleFaces, staleFacesAdvice } from '../services/stale-faces.js';

export interface Finding {
  readonly name: string;
  readonly isOk: boolean;
  readonly message: string;
  /** What to do; null if nothing. */
  readonly advice: string | null;
}

const ok = (name: string, message: string): Finding => ({ name, isOk: true, message, advice: null });
const bad = (name: string, message: string, advice: string): Finding => ({ name, isOk: false, message, advice });

const MIN_NODE = [20, 19] as const;
const MIN_FREE_GB = 1;
/** Of a list that somebody reads in a terminal. */
const MAX_NAMED = 20;

/** Looks at everything a start needs, changes nothing. */
export async function runChecks(env: Env): Promise<readonly Finding[]> {
  const isRunning = await answersAsOurs(env.API_PORT);
  return [
    checkNode(process.versions.node),
    await checkDataDir(env.ROLLCALL_DATA_DIR),
    await checkDisk(env.ROLLCALL_DATA_DIR),
    await checkMasterKey(env),
    ...(await checkDatabase(env)),
    await checkModels(env),
    await checkPort('API', 'API_PORT', env.API_PORT, isRunning),
    await checkPort('dashboard', 'DASHBOARD_PORT', env.DASHBOARD_PORT, isRunning),
  ];
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
  if (isNewEnough) return ok('Node.js', version);
  return bad(
    'Node.js',
    `${version} is too old`,
    `Install Node.js ${MIN_NODE.join('.')} or newer from https://nodejs.org.`,
  );
}

async function checkDataDir(dataDir: string): Promise<Finding> {
  const found = await stat(dataDir).catch(() => null);
  if (found === null) return ok('data directory', `${dataDir} is not there yet; the first start makes it`);
  if (!found.isDirectory())
    return bad('data directory', `${dataDir} is not a folder`, 'Set ROLLCALL_DATA_DIR to a folder.');
  try {
    await access(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok('data directory', dataDir);
  } catch {
    return bad(
      'data directory',
      `${dataDir} cannot be written`,
      'Give your user the right to write it, or set ROLLCALL_DATA_DIR to another folder.',
    );
  }
}

async function checkDisk(dataDir: string): Promise<Finding> {
  let folder = dataDir;
  while ((await stat(folder).catch(() => null)) === null && path.dirname(folder) !== folder)
    folder = path.dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const freeGb = (bavail * bsize) / 1e9;
  const message = `${freeGb.toFixed(1)} GB free`;
  return freeGb >= MIN_FREE_GB
    ? ok('disk', message)
    : bad('disk', message, `Make room: at least ${MIN_FREE_GB} GB should be free.`);
}

async function checkMasterKey(env: Env): Promise<Finding> {
  if (env.ROLLCALL_MASTER_KEY !== undefined) return ok('master key', 'from ROLLCALL_MASTER_KEY');
  const file = path.join(env.ROLLCALL_DATA_DIR, MASTER_KEY_FILE);
  const found = await stat(file).catch(() => null);
  if (found === null) return ok('master key', 'not there yet; the first start makes it');
  if ((found.mode & 0o077) !== 0) return bad('master key', `others may read ${file}`, `Run: chmod 600 ${file}`);
  return ok('master key', file);
}

async function checkDatabase(env: Env): Promise<readonly Finding[]> {
  const running = env.MONGODB_URI === undefined ? await findRunningMongo(env.ROLLCALL_DATA_DIR) : null;
  const uri = env.MONGODB_URI ?? running?.uri;
  if (uri === undefined) return [ok('MongoDB', 'the built-in server is not running; "npm start" starts it')];
  try {
    const database = await openRollcallDatabase(env, uri);
    try {
      const answers = running === null ? 'MONGODB_URI answers' : `built-in server ${running.version} answers`;
      return [ok('MongoDB', answers), ...(await checkStoredFaces(env, database)), await checkLastDays(database)];
    } finally {
      await database.close();
    }
  } catch (error) {
    const advice =
      env.MONGODB_URI === undefined
        ? 'Stop Rollcall and start it again with "npm start".'
        : 'Check MONGODB_URI: host, password, replica set.';
    return [bad('MongoDB', error instanceof Error ? error.message : String(error), advice)];
  }
}

/** Nothing where the pack itself cannot be used: that is a finding about the engine. */
async function checkStoredFaces(env: Env, { repositories, withTransaction }: Database): Promise<readonly Finding[]> {
  const pack = await resolvePack(env.FACE_PACK, ownModelsFile(env) ?? null).catch(() => null);
  if (pack === null) return [];
  const found = await findStaleFaces({ db: { ...repositories, withTransaction }, now, newId }, pack.modelId);
  if (found.stale === 0) return [ok('stored faces', `${found.readable} people, all readable with ${pack.id}`)];
  return [bad('stored faces', describeStaleFaces(found, pack.id), staleFacesAdvice(pack.id))];
}

/** People who left before deactivating set a last day, and of whom the audit log does not tell when (adr/0109). */
export async function checkLastDays({ repositories }: Pick<Database, 'repositories'>): Promise<Finding> {
  const found = await repositories.employees.listWithoutLastDay(MAX_NAMED + 1);
  if (found.length === 0) return ok('last days of work', 'everybody who left has one');
  const numbers = found.slice(0, MAX_NAMED).map(({ number }) => number);
  const more = found.length > MAX_NAMED ? ' and others' : '';
  return bad(
    'last days of work',
    `nobody knows when these people left: ${numbers.join(', ')}${more}`,
    'Enter their last day on the page of each; their days follow.',
  );
}

async function checkModels(env: Env): Promise<Finding> {
  try {
    const engine = await FaceEngine.create({ ...engineOptionsFrom(env), workers: 1 });
    await engine.close();
    return ok('face engine', `${engine.engine} with ${engine.pack} and ${engine.detector}`);
  } catch (error) {
    const reason = error instanceof DomainError ? (error.internal ?? error.message) : messageOf(error);
    const advice =
      error instanceof RangeError ? 'Change FACE_ENGINE, FACE_PACK or FACE_DETECTOR.' : 'Run: npm run build';
    return bad('face engine', reason, advice);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

async function checkPort(what: string, variable: string, port: number, isRunning: boolean): Promise<Finding> {
  const name = `port ${port} (${what})`;
  if (await isFree(port)) return ok(name, 'free');
  if (isRunning) return ok(name, 'in use, and Rollcall is running');
  return bad(name, 'in use by another program', `Stop that program, or set ${variable} to another number.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** True if our API answers there. */
async function answersAsOurs(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/livez`, { signal: AbortSignal.timeout(2_000) });
    return response.ok && response.headers.get('content-security-policy') !== null;
  } catch {
    return false;
  }
}
