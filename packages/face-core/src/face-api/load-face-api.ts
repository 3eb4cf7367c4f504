import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { loadManifest } from '@rollcall/models';
import type { FaceApi } from './face-api.types.js';
import { FACE_API, obstacleTo, packageFolder, type TfjsEngine } from './tfjs-packages.js';

const require = createRequire(import.meta.url);

/** face-api's nets, by the model of our manifest that is made from the same files. */
const MODEL_IDS = {
  ssdMobilenetv1: 'ssd-mobilenet-v1',
  tinyFaceDetector: 'tiny-face-detector',
  faceLandmark68Net: 'landmark68-faceapi',
  faceRecognitionNet: 'faceapi-128',
} as const;

export type FaceApiNet = keyof typeof MODEL_IDS;

let loading: { readonly engine: TfjsEngine; readonly library: Promise<FaceApi> } | undefined;

/**
 * face-api on TensorFlow.js with the nets named. The library is loaded once a process: it holds one backend.
 *
 * @throws DomainError `MODEL_INTEGRITY` if a package is absent or a file of weights is not the one in our manifest
 */
export async function loadFaceApi(engine: TfjsEngine, nets: readonly FaceApiNet[]): Promise<FaceApi> {
  const obstacle = obstacleTo(engine);
  if (obstacle !== null) throw damaged(obstacle);
  loading ??= { engine, library: loadLibrary(engine) };
  if (loading.engine !== engine) throw new Error('face-api runs on one backend a process.');
  const faceApi = await loading.library;
  const folder = packageFolder(FACE_API) ?? '';
  for (const net of nets) {
    if (faceApi.nets[net].isLoaded) continue;
    await checkWeights(MODEL_IDS[net], folder);
    await faceApi.nets[net].loadFromDisk(path.join(folder, 'model'));
  }
  return faceApi;
}

async function loadLibrary(engine: TfjsEngine): Promise<FaceApi> {
  if (engine === 'tfjs-wasm') {
    // A folder, not a URL: in Node the backend reads its files from disk.
    const wasm = require('@tensorflow/tfjs-backend-wasm') as { setWasmPaths(folder: string, isUrl: boolean): void };
    wasm.setWasmPaths(`${path.join(packageFolder('@tensorflow/tfjs-backend-wasm') ?? '', 'dist')}/`, false);
  }
  const build = engine === 'tfjs-wasm' ? 'face-api.node-wasm.js' : 'face-api.node.js';
  const faceApi = require(`${FACE_API}/dist/${build}`) as FaceApi;
  if (engine === 'tfjs-wasm') await faceApi.tf.setBackend('wasm');
  await faceApi.tf.ready();
  return faceApi;
}

async function checkWeights(modelId: string, folder: string): Promise<void> {
  const entry = loadManifest().models.find(({ id }) => id === modelId);
  for (const file of entry?.source.files ?? []) {
    const hash = createHash('sha256')
      .update(await readFile(path.join(folder, file.path)))
      .digest('hex');
    if (hash !== file.sha256) throw damaged(`The file ${file.path} of ${FACE_API} differs from the manifest.`);
  }
}

function damaged(internal: string): DomainError {
  return new DomainError('MODEL_INTEGRITY', { internal });
}
