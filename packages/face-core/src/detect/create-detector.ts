import type { EngineId } from '../engine/engine-kinds.js';
import type { FaceDetector } from './face-detector.js';
import { OnnxLandmarkNet } from './landmark-net.js';
import { MtcnnDetector } from './mtcnn-detector.js';
import type { ChosenDetector, OwnDetector } from './own-detector.types.js';
import { OwnSingleShotNet } from './own-single-shot-net.js';
import { SingleShotDetector } from './single-shot-detector.js';
import { OnnxSingleShotNet } from './single-shot-net.js';
import { SINGLE_SHOT_SPECS } from './single-shot-specs.js';

export interface DetectorChoice {
  readonly engine: EngineId;
  readonly detector: ChosenDetector;
  readonly threads: number;
}

/**
 * Loads a detector. face-api is loaded only by those who ask for it.
 *
 * @throws DomainError `MODEL_INTEGRITY`
 * @throws RangeError if the engine has no such detector
 */
export async function createDetector({ engine, detector, threads }: DetectorChoice): Promise<FaceDetector> {
  if (engine !== 'onnx') {
    const { createFaceApiDetector } = await import('../face-api/create-face-api.js');
    if (detector === 'ssd-mobilenet-v1' || detector === 'tiny') return createFaceApiDetector(engine, detector);
    const id = typeof detector === 'string' ? detector : detector.id;
    throw new RangeError(`The face engine ${engine} has no detector ${id}.`);
  }
  if (typeof detector !== 'string') return createOwn(detector, threads);
  if (detector === 'mtcnn') return MtcnnDetector.create(threads);
  const spec = SINGLE_SHOT_SPECS[detector];
  return new SingleShotDetector(await OnnxSingleShotNet.create(spec, threads), await OnnxLandmarkNet.create(threads));
}

/** The net of points is loaded only where the own net gives none. */
async function createOwn(detector: OwnDetector, threads: number): Promise<FaceDetector> {
  const points = detector.output === 'yunet' ? null : await OnnxLandmarkNet.create(threads);
  return new SingleShotDetector(await OwnSingleShotNet.create(detector, threads), points);
}
