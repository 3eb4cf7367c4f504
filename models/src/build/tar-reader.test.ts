import { gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { entry, makeTarball } from '../../test/tarball.js';
import { readTarball } from './tar-reader.js';

const SMALL = Buffer.from('small');
const LARGE = Buffer.alloc(1500, 7);
const TARBALL = makeTarball({ 'package.json': SMALL, 'weights/large.bin': LARGE });

test('only the named files are read, whole and without their padding', () => {
  const files = readTarball(TARBALL, ['weights/large.bin', 'absent']);
  expect([...files.keys()]).toEqual(['weights/large.bin']);
  expect(Buffer.compare(files.get('weights/large.bin') ?? SMALL, LARGE)).toBe(0);
});

test('a path beyond 100 letters is put together from its two halves', () => {
  const name = `${'folder/'.repeat(20)}file.bin`;
  expect(readTarball(makeTarball({ [name]: SMALL }), [name]).get(name)).toEqual(SMALL);
});

test('links and extended headers are never taken for a file', () => {
  const archive = gzipSync(Buffer.concat([entry('package/a', '2', Buffer.alloc(0)), entry('package/a', 'x', SMALL)]));
  expect(readTarball(archive, ['a']).size).toBe(0);
});

test('a truncated archive is an error, compressed or not', () => {
  expect(() => readTarball(TARBALL.subarray(0, TARBALL.length - 20), ['package.json'])).toThrow();
  const cut = gzipSync(gunzipSync(TARBALL).subarray(0, 2000));
  expect(() => readTarball(cut, ['package.json'])).toThrow('The archive ends inside a file.');
});

test('a header with a changed byte is an error', () => {
  const archive = gunzipSync(TARBALL);
  archive[2] = (archive[2] ?? 0) ^ 1;
  expect(() => readTarball(gzipSync(archive), ['package.json'])).toThrow('damaged header');
});

test('something that is no archive is an error', () => {
  expect(() => readTarball(Buffer.from('<html>not found</html>'), ['package.json'])).toThrow();
});
