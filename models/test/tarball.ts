import { gzipSync } from 'node:zlib';

const BLOCK = 512;

/** A ustar archive as npm makes it: every file below "package/", gzipped. */
export function makeTarball(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const parts = Object.entries(files).map(([name, bytes]) => entry(`package/${name}`, '0', bytes));
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
}

/** One entry with its header; `type` as in the tar format: 0 file, 2 link, 5 folder, x extended header. */
export function entry(path: string, type: string, bytes: Uint8Array): Buffer {
  const [prefix, name] = path.length > 100 ? splitPath(path) : ['', path];
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(bytes.length.toString(8).padStart(11, '0'), 124);
  header.write(type, 156);
  header.write('ustar\0', 257);
  header.write('00', 263);
  header.write(prefix, 345);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

function splitPath(path: string): [string, string] {
  const slash = path.lastIndexOf('/');
  return [path.slice(0, slash), path.slice(slash + 1)];
}
