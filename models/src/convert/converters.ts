import { convertFaceLandmark68 } from './face-landmark-68.js';
import { convertFaceRecognitionNet } from './face-recognition-net.js';
import { convertFacepluginNet } from './faceplugin-net.js';
import { convertMobileFaceNet } from './mobile-face-net.js';
import { convertOnet, convertPnet, convertRnet } from './mtcnn.js';
import { convertSsdMobilenetV1 } from './ssd-mobilenet-v1.js';
import { readTfjsWeights } from './tfjs-weights.js';
import { convertTinyFaceDetector } from './tiny-face-detector.js';

/** Source files, in the order of the manifest → bytes of the `.onnx` file. */
export type Converter = (files: readonly Uint8Array[]) => Uint8Array;

/** Every converter a manifest entry may name. */
export const CONVERTERS: Readonly<Record<string, Converter>> = {
  copy: ([file]) => present(file),
  'mtcnn-pnet': ([manifest, shard]) => convertPnet(readTfjsWeights(present(manifest), present(shard))),
  'mtcnn-rnet': ([manifest, shard]) => convertRnet(readTfjsWeights(present(manifest), present(shard))),
  'mtcnn-onet': ([manifest, shard]) => convertOnet(readTfjsWeights(present(manifest), present(shard))),
  'face-recognition-net': ([manifest, shard]) =>
    convertFaceRecognitionNet(readTfjsWeights(present(manifest), present(shard))),
  'ssd-mobilenet-v1': ([manifest, shard]) => convertSsdMobilenetV1(readTfjsWeights(present(manifest), present(shard))),
  'tiny-face-detector': ([manifest, shard]) =>
    convertTinyFaceDetector(readTfjsWeights(present(manifest), present(shard))),
  'face-landmark-68': ([manifest, shard]) => convertFaceLandmark68(readTfjsWeights(present(manifest), present(shard))),
  'faceplugin-512': ([file]) =>
    convertFacepluginNet(present(file), { name: 'faceplugin-512', input: [1, 3, 112, 112], output: [1, 512] }),
  'pad-faceplugin': ([file]) =>
    convertFacepluginNet(present(file), { name: 'pad-faceplugin', input: [1, 3, 128, 128], output: [1, 3] }),
  'mobile-face-net': ([file]) => convertMobileFaceNet(present(file)),
};

function present(file: Uint8Array | undefined): Uint8Array {
  if (file === undefined) throw new Error('The manifest names too few source files for this converter.');
  return file;
}
