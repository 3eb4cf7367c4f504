import type { EngineId } from '../engine/engine-kinds.js';
import type { DetectorId, FaceDetector } from './face-detector.js';
import { OnnxLandmarkNet } from './landmark-net.js';
import { MtcnnDetector } from './mtcnn-detector.js';
import { SingleShotDetector } from './single-shot-detector.js';
import { OnnxSingleShotNet } from './single-shot-net.js';
import { SINGLE_SHOT_SPECS } from './single-shot-specs.js';

export interface DetectorChoice {
  readonly engine: EngineId;
  readonly detector: DetectorId;
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
    throw new RangeError(`The face engine ${engine} has no detector ${detector}.`);
  }
  if (detector === 'mtcnn') return MtcnnDetector.create(threads);
  const spec = SINGLE_SHOT_SPECS[detector];
  return new SingleShotDetector(await OnnxSingleShotNet.create(spec, threads), await OnnxLandmarkNet.create(threads));
}
