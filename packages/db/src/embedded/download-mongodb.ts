import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

export interface DownloadOptions {
  readonly cacheDir: string;
  readonly onProgress: (message: string) => void;
}

const VERSION = '7.0.14';
const DOWNLOAD_ORIGIN = 'https://fastdl.mongodb.org/';
/** How long to wait for a sign of life before the next source is tried. */
const REACHABLE_WITHIN_MS = 5_000;

/**
 * Downloads `mongod` from mongodb.com with `mongodb-memory-server-core`, which knows the right build for each platform.
 * Only its downloader is used: it cannot own persistent data.
 *
 * @returns path of the binary
 * @throws Error if the host cannot be reached or has no build for this platform
 */
export async function downloadMongodFromMongoDb(options: DownloadOptions): Promise<string> {
  const downloadDir = join(options.cacheDir, 'mongodb');
  const { DryMongoBinary, MongoBinary } = await import('mongodb-memory-server-core').then(async (module) => ({
    MongoBinary: module.MongoBinary,
    DryMongoBinary: module.DryMongoBinary,
  }));
  const cached = await DryMongoBinary.locateBinary({ version: VERSION, downloadDir });
  if (cached) return cached;
  await fetch(DOWNLOAD_ORIGIN, { method: 'HEAD', signal: AbortSignal.timeout(REACHABLE_WITHIN_MS) }).catch(() => {
    throw new Error('the download server cannot be reached');
  });
  options.onProgress(`Downloading MongoDB ${VERSION} (about 80 MB, once)`);
  await mkdir(downloadDir, { recursive: true });
  return MongoBinary.getPath({ version: VERSION, downloadDir, checkMD5: true });
}
