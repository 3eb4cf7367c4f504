import { expect, test } from 'vitest';
import { findForbidden } from './forbidden-content.mjs';

const check = (file, content) => findForbidden(file, Buffer.from(content, 'latin1'), ['mirror.example.test']);

test.each([
  ['a photo by name', 'a/face.JPG', 'x'],
  ['a photo under another name', 'a/face.txt', '\xff\xd8\xff\xe0 JFIF'],
  ['a PNG that is not on the list', 'docs/images/other.png', '\x89PNG'],
  ['a JPEG under the name of a screen', 'docs/screens/overview-1440-light.png', '\xff\xd8\xff\xe0 JFIF'],
  ['a picture beside the screens', 'docs/screens/somebody.png', '\x89PNG'],
  ['a video', 'camera.dat', '\x00\x00\x00\x18ftypmp42'],
  ['weights by name', 'net.onnx', 'x'],
  ['TensorFlow Lite weights under another name', 'net.dat', '\x1c\x00\x00\x00TFL3'],
  ['a private key', 'key.txt', `-----BEGIN EC ${'PRIVATE'} KEY-----`],
  ['an API key of ours', 'a.md', `Bearer rk_${'0123456789ab'}_${'x'.repeat(32)}`],
  ['an npm token', '.npmrc', `//host/:_authToken${'='}abc`],
  ['a database password', 'a.ts', `mongodb+srv://app:${'s3cret'}@db.example.test/rollcall`],
  ['a path of one machine', 'a.md', `see ${'/ho'}me/somebody/rollcall`],
  ['a path of the super-user', 'a.ts', `const file = '${'/ro'}ot/x';`],
  ['a public registry host', 'a.md', `https://registry.${'npm'}js.org/x`],
  ["this machine's registry host", 'a.md', 'https://mirror.example.test/x'],
  ['a photo inside a text', 'a.ts', `'/9j/4${'A'.repeat(2000)}'`],
  ['a very large file', 'a.json', ' '.repeat(600 * 1024)],
])('%s is refused', (_what, file, content) => {
  expect(check(file, content)).not.toEqual([]);
});

test.each([
  ['a screen', 'docs/screens/overview-1440-light.png', '\x89PNG'],
  ['ordinary source', 'a.ts', "import path from 'node:path'; // see docs/rooted/work/flow.md"],
  ['a local database address', 'a.ts', 'mongodb://app:secret@127.0.0.1:27017/'],
  ['a placeholder password', 'a.md', 'mongodb://<user>:<password>@db.example.test/'],
  ['a tiny test image', 'a.ts', `'iVBORw0KGgo${'A'.repeat(80)}'`],
  ['a name that only contains a path word', 'a.ts', 'apps/api/home/root/work/x'],
])('%s passes', (_what, file, content) => {
  expect(check(file, content)).toEqual([]);
});
