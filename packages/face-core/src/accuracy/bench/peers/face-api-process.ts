/**
 * Runs face-api itself over photos, as its documentation does it for one face: SSD MobileNet, 68 landmarks, descriptor.
 * A process of its own, because its TensorFlow keeps memory and threads. Arguments: the backend (`wasm` or `node`) and the
 * number of photos to warm up with; the paths come as JSON on standard input, the answer goes to standard output.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import sharp from 'sharp';
import type { PeerAnswer } from './peer-answer.js';

interface Tensor {
  dispose(): void;
}

/** The part of face-api's interface that is used here. */
interface FaceApi {
  readonly version: string;
  readonly tf: {
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    tensor3d(data: Uint8Array, shape: readonly number[], type: 'int32'): Tensor;
  };
  readonly nets: Readonly<
    Record<
      'ssdMobilenetv1' | 'faceLandmark68Net' | 'faceRecognitionNet',
      { loadFromDisk(folder: string): Promise<void> }
    >
  >;
  detectSingleFace(tensor: Tensor): {
    withFaceLandmarks(): { withFaceDescriptor(): Promise<{ readonly descriptor: Float32Array } | undefined> };
  };
}

const require = createRequire(import.meta.url);
/** Optional: measured where they are installed, never a dependency of ours. */
const TFJS_NODE = '@tensorflow/tfjs-node';
const TFJS_WASM = '@tensorflow/tfjs-backend-wasm';
const [backend = 'wasm', warmUp = '0'] = process.argv.slice(2);
const packageFolder = dirname(require.resolve('@vladmandic/face-api/package.json'));

async function load(): Promise<FaceApi> {
  if (backend === 'node') {
    require(TFJS_NODE);
  } else {
    const wasm = require(TFJS_WASM) as {
      setWasmPaths(folder: string, usePlatformFetch: boolean): void;
    };
    wasm.setWasmPaths(`${dirname(require.resolve(`${TFJS_WASM}/package.json`))}/dist/`, false);
  }
  const build = backend === 'node' ? 'face-api.node.js' : 'face-api.node-wasm.js';
  const faceApi = require(join(packageFolder, 'dist', build)) as FaceApi;
  if (backend !== 'node') await faceApi.tf.setBackend('wasm');
  await faceApi.tf.ready();
  for (const net of Object.values(pick(faceApi))) await net.loadFromDisk(join(packageFolder, 'model'));
  return faceApi;
}

function pick({ nets }: FaceApi): FaceApi['nets'] {
  const { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet } = nets;
  return { ssdMobilenetv1, faceLandmark68Net, faceRecognitionNet };
}

async function describeFace(faceApi: FaceApi, path: string): Promise<boolean> {
  const { data, info } = await sharp(path)
    .autoOrient()
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const tensor = faceApi.tf.tensor3d(new Uint8Array(data), [info.height, info.width, 3], 'int32');
  const face = await faceApi.detectSingleFace(tensor).withFaceLandmarks().withFaceDescriptor();
  tensor.dispose();
  return face !== undefined;
}

const paths: readonly string[] = JSON.parse(await text(process.stdin));
const faceApi = await load();
for (const path of paths.slice(0, Number(warmUp))) await describeFace(faceApi, path);
const milliseconds: number[] = [];
let facesFound = 0;
for (const path of paths) {
  const from = performance.now();
  if (await describeFace(faceApi, path)) facesFound += 1;
  milliseconds.push(performance.now() - from);
}
const { version } = require('@vladmandic/face-api/package.json') as { version: string };
const answer: PeerAnswer = { version, milliseconds, facesFound };
process.stdout.write(`\n${JSON.stringify(answer)}\n`);
