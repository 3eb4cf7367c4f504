import { DomainError } from '@rollcall/contracts';
import type { Candidate } from '../detect/candidate.js';
import type { FaceBox, FaceLandmarks } from '../detect/face-detection.js';
import { fivePoints, LANDMARK_SIDE_PX, type LandmarkNet } from '../detect/landmark-net.js';
import type { SingleShotNet } from '../detect/single-shot-net.js';
import { SINGLE_SHOT_SPECS, type SingleShotSpec } from '../detect/single-shot-specs.js';
import type { ImageLevels } from '../image/image-levels.js';
import { boxToOutput, sampleAffine } from '../image/sample-affine.js';
import type { FaceApi, LocatedFace, Tensor } from './face-api.types.js';
import { interleave } from './interleave.js';

/** face-api's own SSD MobileNet v1 or tiny detector, on windows that we cut out. */
export class FaceApiSingleShotNet implements SingleShotNet {
  readonly spec: SingleShotSpec;

  constructor(
    private readonly faceApi: FaceApi,
    private readonly detector: 'ssd-mobilenet-v1' | 'tiny',
  ) {
    this.spec = SINGLE_SHOT_SPECS[detector];
  }

  async look(levels: ImageLevels, window: FaceBox): Promise<Candidate[]> {
    const { width, height } = this.spec;
    const located = await withCrop(this.faceApi, levels, window, width, (image) => this.locate(image));
    return located.map(({ score, box }) => {
      const [left, top] = [window.x + (box.x / width) * window.width, window.y + (box.y / height) * window.height];
      const right = left + (box.width / width) * window.width;
      const bottom = top + (box.height / height) * window.height;
      const values = [left, top, right, bottom, score];
      if (!values.every(Number.isFinite)) {
        throw new DomainError('MODEL_INTEGRITY', {
          internal: `${this.spec.modelId} gave a value that is not a number`,
        });
      }
      return { left, top, right, bottom, score, region: [0, 0, 0, 0] as const };
    });
  }

  private locate(image: Tensor): Promise<readonly LocatedFace[]> {
    const { ssdMobilenetv1, tinyFaceDetector } = this.faceApi.nets;
    const { minScore, width } = this.spec;
    return this.detector === 'tiny'
      ? tinyFaceDetector.locateFaces(image, { inputSize: width, scoreThreshold: minScore })
      : ssdMobilenetv1.locateFaces(image, { minConfidence: minScore, maxResults: 200 });
  }
}

/** face-api's own net of 68 points. */
export class FaceApiLandmarkNet implements LandmarkNet {
  constructor(private readonly faceApi: FaceApi) {}

  async locate(levels: ImageLevels, square: FaceBox): Promise<FaceLandmarks> {
    const net = this.faceApi.nets.faceLandmark68Net;
    const { positions } = await withCrop(this.faceApi, levels, square, LANDMARK_SIDE_PX, (image) =>
      net.detectLandmarks(image),
    );
    const fractions = positions.flatMap(({ x, y }) => [x / LANDMARK_SIDE_PX, y / LANDMARK_SIDE_PX]);
    if (!fractions.every(Number.isFinite)) {
      throw new DomainError('MODEL_INTEGRITY', { internal: 'landmark68-faceapi gave a value that is not a number' });
    }
    return fivePoints(fractions, square);
  }
}

/** Hands a square of the image to face-api and frees the tensor, whatever happens. */
async function withCrop<T>(
  { tf }: FaceApi,
  levels: ImageLevels,
  window: FaceBox,
  side: number,
  work: (image: Tensor) => Promise<T>,
): Promise<T> {
  const planes = new Float32Array(3 * side * side);
  sampleAffine(levels, boxToOutput(window, side), side, side, planes);
  const image = tf.tensor3d(interleave(planes), [side, side, 3]);
  try {
    return await work(image);
  } finally {
    image.dispose();
  }
}
