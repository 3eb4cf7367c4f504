import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const WEIGHTS = path.join('models', 'dist', 'weights');
const START = `import { FaceEngine } from '@rollcall/face-core';
const engine = await FaceEngine.create({ workers: 1 }).catch((error) => console.log(error.code + ': ' + error.internal));
if (engine) { console.log('started'); await engine.close(); }`;

/** A copy of what is installed, but for the weights, which are links: one of them can be damaged without harm to the others. */
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rollcall-installed-'));
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(modules, '@rollcall'), { recursive: true });
  for (const workspace of ['models', 'packages/contracts', 'packages/face-core']) {
    const target = path.join(folder, workspace);
    await cp(path.join(ROOT, workspace), target, {
      recursive: true,
      filter: (source) => !/node_modules|weights$|[/\\](src|test)$/.test(source.slice(ROOT.length)),
    });
    await symlink(target, path.join(modules, '@rollcall', path.basename(workspace)));
  }
  for (const name of ['onnxruntime-node', 'sharp', 'zod'])
    await symlink(path.join(ROOT, 'node_modules', name), path.join(modules, name));
  await mkdir(path.join(folder, WEIGHTS));
  for (const name of await readdir(path.join(ROOT, WEIGHTS)))
    await symlink(path.join(ROOT, WEIGHTS, name), path.join(folder, WEIGHTS, name));
  await writeFile(path.join(folder, 'start.mjs'), START);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(): Promise<string> {
  const child = spawn(process.execPath, ['start.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (data) => {
    output += String(data);
  });
  await once(child, 'close');
  return output.trim();
}

it('an engine with all its weights starts', async () => {
  expect(await start()).toBe('started');
});

it.each(['mobilefacenet-192', 'pad-faceplugin', 'eye-faceplugin', 'pose-faceplugin'])(
  'an engine with one bit of %s changed does not start, whether or not its first photo needs that net',
  async (id) => {
    const file = path.join(folder, WEIGHTS, `${id}.onnx`);
    const bytes = await readFile(file);
    await unlink(file);
    bytes[bytes.length >> 1] ^= 1;
    await writeFile(file, bytes);
    try {
      expect(await start()).toBe(`MODEL_INTEGRITY: The model ${id} differs from the manifest; build it again.`);
    } finally {
      await unlink(file);
      await symlink(path.join(ROOT, WEIGHTS, `${id}.onnx`), file);
    }
  },
);
