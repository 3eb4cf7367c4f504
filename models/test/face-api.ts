import { createRequire } from 'node:module';
import path from 'node:path';
import { FACE_API_MODEL_DIR } from './chip.js';

interface Tensor {
  dataSync(): Float32Array;
  dispose(): void;
}

interface Net {
  loadFromDisk(folder: string): Promise<void>;
}

interface Located {
  readonly score: number;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** What our tests use of face-api, whose own types do not cover its Node build. */
export interface FaceApi {
  readonly tf: { tensor3d(data: Float32Array, shape: [number, number, number]): Tensor };
  readonly nets: {
    readonly faceRecognitionNet: Net & { computeFaceDescriptor(image: object): Promise<Float32Array> };
    readonly ssdMobilenetv1: Net & { forward(image: object): Promise<{ boxes: Tensor[]; scores: Tensor[] }> };
    readonly tinyFaceDetector: Net & {
      locateFaces(image: object, options: { inputSize: number; scoreThreshold: number }): Promise<Located[]>;
    };
    readonly faceLandmark68Net: Net & { forward(image: object): Promise<Tensor> };
  };
}

/** face-api itself on WebAssembly, with the nets named. */
export async function loadFaceApi(...nets: (keyof FaceApi['nets'])[]): Promise<FaceApi> {
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  // A folder, not a URL: in Node the backend reads its files from disk.
  wasm.setWasmPaths(`${path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm'))}/`, false);
  await tf.setBackend('wasm');
  await tf.ready();
  const faceApi: FaceApi = require('@vladmandic/face-api/dist/face-api.node-wasm.js');
  for (const net of nets) await faceApi.nets[net].loadFromDisk(FACE_API_MODEL_DIR);
  return faceApi;
}
