import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inRoot, ROOT } from './bootstrap/paths.mjs';
import { BootstrapError, runMain, step } from './bootstrap/say.mjs';

/**
 * Installs the optional engine `tfjs-node`, beside the lockfile: npm's package first, then its native library, either by
 * the package's own download or (option --from-pypi, or by itself if that fails) from TensorFlow's wheel on PyPI, for
 * which python3 and g++ are needed. Run it again after `npm ci`, which removes it.
 */
const PACKAGES = ['@tensorflow/tfjs-node@4.22.0', 'node-api-headers@1.9.0'];
const TFJS_NODE = inRoot('node_modules/@tensorflow/tfjs-node');
const BINDING = path.join(TFJS_NODE, 'lib', 'napi-v8', 'tfjs_binding.node');
/** The package's own download, on a slow line; then the other way is taken. */
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const CACHE = inRoot('node_modules/.cache/tensorflow-wheel');
const WHEEL = {
  spec: 'tensorflow-cpu==2.15.1',
  file: 'tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
  sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
  options: ['--no-deps', '--only-binary=:all:', '--python-version=3.11', '--implementation=cp', '--abi=cp311'],
  platform: '--platform=manylinux2014_x86_64',
};
/** Checks the wheel and takes the libraries and headers out of it: wheel, its SHA-256, where to. */
const UNPACK = `
import hashlib, sys, zipfile
wheel, expected, folder = sys.argv[1:]
digest = hashlib.sha256()
with open(wheel, 'rb') as file:
    for block in iter(lambda: file.read(1 << 20), b''):
        digest.update(block)
if digest.hexdigest() != expected:
    sys.exit('the wheel is not the one that was tried (its hash differs)')
wanted = ('tensorflow/libtensorflow_', 'tensorflow/include/tensorflow/', 'tensorflow/include/tsl/')
with zipfile.ZipFile(wheel) as archive:
    archive.extractall(folder, [name for name in archive.namelist() if name.startswith(wanted)])
`;

/** Loads the library and adds two numbers with it. */
const TRIAL =
  "const tf = require('@tensorflow/tfjs-node'); if (tf.tensor1d([1, 2]).sum().dataSync()[0] !== 3) process.exit(1)";

await runMain(async () => {
  if (!existsSync(inRoot('node_modules'))) throw new BootstrapError('Run "npm start" or "npm ci" once before this.');
  await step('npm package', () => run('npm', ['install', '--no-save', '--no-audit', '--no-fund', ...PACKAGES]));
  if (!existsSync(BINDING)) await installLibrary(process.argv.includes('--from-pypi'));
  await step('trial', () => run(process.execPath, ['-e', TRIAL]));
});

/** @param {boolean} isFromPypi */
async function installLibrary(isFromPypi) {
  if (!isFromPypi) {
    const rebuild = ['rebuild', '@tensorflow/tfjs-node', '--ignore-scripts=false'];
    try {
      await step('libtensorflow from its makers', () => run('npm', rebuild, DOWNLOAD_TIMEOUT_MS));
    } catch {
      // Its own script may end well without having made anything, so what counts is the file.
    }
    if (existsSync(BINDING)) return;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new BootstrapError('libtensorflow could not be downloaded, and the way over PyPI is for Linux on x64 only.');
  await step('TensorFlow wheel', fetchWheel);
  await step('native library', compileBinding);
}

function fetchWheel() {
  const { spec, options, platform } = WHEEL;
  return run('python3', ['-m', 'pip', 'download', ...options, platform, `--dest=${CACHE}`, '--quiet', spec]);
}

async function compileBinding() {
  const deps = path.join(TFJS_NODE, 'deps');
  const lib = path.join(deps, 'lib');
  await rm(deps, { recursive: true, force: true });
  await mkdir(lib, { recursive: true });
  await mkdir(path.dirname(BINDING), { recursive: true });
  await run('python3', ['-c', UNPACK, path.join(CACHE, WHEEL.file), WHEEL.sha256, deps]);
  const framework = path.join(lib, 'libtensorflow_framework.so.2');
  await rename(path.join(deps, 'tensorflow', 'libtensorflow_framework.so.2'), framework);
  const library = path.join(lib, 'libtensorflow_cc.so.2');
  await rename(path.join(deps, 'tensorflow', 'libtensorflow_cc.so.2'), library);
  const headers = path.join(
    path.dirname(createRequire(import.meta.url).resolve('node-api-headers/package.json')),
    'include',
  );
  const includes = [headers, path.join(deps, 'tensorflow', 'include'), TFJS_NODE].map((folder) => `-I${folder}`);
  const sources = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((file) => path.join(TFJS_NODE, 'binding', file));
  const options = ['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8', '-DNODE_GYP_MODULE_NAME=tfjs_binding'];
  // The library is found beside the binding, wherever the checkout lies.
  const links = [library, framework, '-Wl,-rpath,$ORIGIN/../../deps/lib'];
  await run('g++', [...options, ...includes, ...sources, ...links, '-o', BINDING]);
  await rm(path.join(deps, 'tensorflow'), { recursive: true });
}

/**
 * @param {string} command @param {readonly string[]} args @param {number} [timeout] in milliseconds
 * @returns {Promise<undefined>}
 */
function run(command, args, timeout = 0) {
  return new Promise((resolve, reject) => {
    let tail = '';
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], timeout });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        tail = `${tail}${data}`.slice(-2_000);
      });
    child.on('error', () => reject(new BootstrapError(`${command} is needed for this and was not found.`)));
    child.on('close', (code) => {
      if (code === 0) resolve(undefined);
      else reject(new BootstrapError(`${command} did not succeed:\n${tail.trim()}`));
    });
  });
}
