import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
/** The largest package unpacks to about 90 MB; a bomb stops here. */
const MAX_UNPACKED_BYTES = 512 * 1024 * 1024;

/**
 * Reads named files out of an npm tarball (gzip, POSIX ustar; everything lies under one folder, "package/").
 * Names are relative to that folder. Nothing is written to disk, so no entry can escape anywhere.
 * Throws if the archive is damaged; a name that is not there is left out of the result.
 */
export function readTarball(tarball: Uint8Array, names: readonly string[]): Map<string, Uint8Array> {
  const wanted = new Set(names);
  const archive = gunzipSync(tarball, { maxOutputLength: MAX_UNPACKED_BYTES });
  const files = new Map<string, Uint8Array>();
  for (let offset = 0; offset + BLOCK <= archive.length; ) {
    const header = archive.subarray(offset, offset + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    const { name, size, isFile } = readHeader(header);
    const start = offset + BLOCK;
    if (start + size > archive.length) throw new Error('The archive ends inside a file.');
    if (isFile && wanted.has(name)) files.set(name, archive.subarray(start, start + size));
    offset = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}

function readHeader(header: Buffer): { name: string; size: number; isFile: boolean } {
  const stored = octal(header, 148, 8);
  const sum = header.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  if (stored !== sum) throw new Error('The archive has a damaged header.');
  const prefix = text(header, 345, 155);
  const fullName = prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
  const type = text(header, 156, 1);
  return {
    name: fullName.slice(fullName.indexOf('/') + 1),
    size: octal(header, 124, 12),
    isFile: type === '0' || type === '',
  };
}

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end === -1 ? length : end);
}

function octal(header: Buffer, start: number, length: number): number {
  const value = Number.parseInt(text(header, start, length).trim(), 8);
  if (!Number.isInteger(value) || value < 0) throw new Error('The archive has a damaged header.');
  return value;
}
