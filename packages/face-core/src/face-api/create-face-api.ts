import type { FaceDetector } from '../detect/face-detector.js';
import { SingleShotDetector } from '../detect/single-shot-detector.js';
import type { EmbeddingNet } from '../embed/embedding-net.js';
import type { ModelPack } from '../embed/model-packs.js';
import { FaceApiLandmarkNet, FaceApiSingleShotNet } from './face-api-detector.js';
import { FaceApiEmbeddingNet } from './face-api-embedding-net.js';
import { loadFaceApi } from './load-face-api.js';
import type { TfjsEngine } from './tfjs-packages.js';

/** @throws DomainError `MODEL_INTEGRITY` */
export async function createFaceApiDetector(
  engine: TfjsEngine,
  detector: 'ssd-mobilenet-v1' | 'tiny',
): Promise<FaceDetector> {
  const net = detector === 'tiny' ? 'tinyFaceDetector' : 'ssdMobilenetv1';
  const faceApi = await loadFaceApi(engine, [net, 'faceLandmark68Net']);
  return new SingleShotDetector(new FaceApiSingleShotNet(faceApi, detector), new FaceApiLandmarkNet(faceApi));
}

/** @throws DomainError `MODEL_INTEGRITY` */
export async function createFaceApiEmbeddingNet(engine: TfjsEngine, pack: ModelPack): Promise<EmbeddingNet> {
  return new FaceApiEmbeddingNet(await loadFaceApi(engine, ['faceRecognitionNet']), pack);
}
