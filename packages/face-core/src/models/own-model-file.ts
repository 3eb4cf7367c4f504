import { createHash } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';

/** An ONNX file of the user's own. */
export interface OwnModelFile {
  /** Absolute path. */
  readonly path: string;
  readonly sha256: string;
}

/** Far above any net for faces; bounds memory and disk if the address gives something else. */
const MAX_BYTES = 600 * 1024 * 1024;
const TIMEOUT_MS = 10 * 60_000;

/**
 * Fetches the file of an own model once. It is kept only if its SHA-256 is the one of the entry; each process checks it
 * again when it opens it.
 *
 * @throws DomainError `MODEL_INTEGRITY`
 */
export async function fetchOwnModel(url: string, { path: file, sha256 }: OwnModelFile): Promise<void> {
  if ((await stat(file).catch(() => null)) !== null) return;
  const bytes = await download(url);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw refused(url, 'has another SHA-256 than its entry');
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.part`;
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function download(url: string): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok || response.body === null) throw refused(url, `was answered with status ${response.status}`);
    const parts: Uint8Array[] = [];
    let length = 0;
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > MAX_BYTES) throw refused(url, `is larger than ${MAX_BYTES} bytes`);
      parts.push(part);
    }
    return Buffer.concat(parts);
  } catch (cause) {
    if (cause instanceof DomainError) throw cause;
    throw refused(url, 'could not be fetched', cause);
  }
}

function refused(url: string, why: string, cause?: unknown): DomainError {
  // The address may hold a token in its query, and this goes to the log.
  const { origin, pathname } = new URL(url);
  return new DomainError('MODEL_INTEGRITY', { internal: `the model at ${origin}${pathname} ${why}`, cause });
}
