import * as faceApi from '@vladmandic/face-api/dist/face-api.esm.js';
import type { FrameToWatch, SeenFace, WatchedFrame } from './live-face.types';

const WEIGHTS = '/live-face';
const DETECTION = { inputSize: 224, scoreThreshold: 0.4 };
/** A graphics driver that computes on the processor is slower than the plain way. */
const SOFTWARE = /swiftshader|llvmpipe|software|basic render/i;
/** Of the 68 points: the outer corners of the eyes and the tip of the nose. */
const [EYE, OTHER_EYE, NOSE] = [36, 45, 30] as const;

/** The package declares less of the library it carries than it has. */
const tf = faceApi.tf as unknown as {
  readonly setBackend: (name: 'webgl' | 'cpu') => Promise<boolean>;
  readonly ready: () => Promise<void>;
};

const started = start();

self.addEventListener('message', async ({ data }: MessageEvent<FrameToWatch>) => {
  self.postMessage(await watch(data));
});

/** The nets run in this worker, so that the page stays quick on slow machines too. */
async function start(): Promise<boolean> {
  try {
    const missing = () => {
      throw new Error('There is no such element in a worker.');
    };
    const canvas = { Canvas: OffscreenCanvas, CanvasRenderingContext2D: OffscreenCanvasRenderingContext2D };
    const none = { Image: class {}, Video: class {}, createImageElement: missing, createVideoElement: missing };
    const made = { ImageData, createCanvasElement: () => new OffscreenCanvas(1, 1) };
    faceApi.env.setEnv({ ...canvas, ...none, ...made, fetch: fetch.bind(self), readFile: missing } as never);
    await tf.setBackend(isGraphicsFast() ? 'webgl' : 'cpu');
    await tf.ready();
    await faceApi.nets.tinyFaceDetector.loadFromUri(WEIGHTS);
    await faceApi.nets.faceLandmark68TinyNet.loadFromUri(WEIGHTS);
    return true;
  } catch {
    return false;
  }
}

function isGraphicsFast(): boolean {
  const context = new OffscreenCanvas(1, 1).getContext('webgl');
  const names = context?.getExtension('WEBGL_debug_renderer_info');
  if (!context || !names) return false;
  return !SOFTWARE.test(String(context.getParameter(names.UNMASKED_RENDERER_WEBGL)));
}

async function watch({ pixels, width, height }: FrameToWatch): Promise<WatchedFrame> {
  if (!(await started)) return { kind: 'unavailable' };
  const beganAt = performance.now();
  const frame = new ImageData(new Uint8ClampedArray(pixels), width, height);
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.putImageData(frame, 0, 0);
  const options = new faceApi.TinyFaceDetectorOptions(DETECTION);
  const found = await faceApi.detectAllFaces(canvas as never, options).withFaceLandmarks(true);
  const faces = found.map(({ detection: { box }, landmarks: { positions } }): SeenFace => {
    const [eye, other, nose] = [positions[EYE], positions[OTHER_EYE], positions[NOSE]];
    return {
      ...{ x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height },
      nose: eye && other && nose ? (nose.x - eye.x) / (other.x - eye.x) : null,
      tilt: eye && other ? (Math.atan2(other.y - eye.y, other.x - eye.x) * 180) / Math.PI : null,
      brightness: brightnessOf(frame, box),
    };
  });
  return { kind: 'seen', faces, tookMs: performance.now() - beganAt };
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Mean luma (ITU-R BT.601) of every other pixel within the box. */
function brightnessOf({ data, width, height }: ImageData, box: Box): number {
  const [left, top] = [Math.max(0, Math.floor(box.x)), Math.max(0, Math.floor(box.y))];
  const [right, bottom] = [Math.min(width, box.x + box.width), Math.min(height, box.y + box.height)];
  let [sum, count] = [0, 0];
  for (let y = top; y < bottom; y += 2)
    for (let x = left; x < right; x += 2) {
      const at = (y * width + x) * 4;
      sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      count += 1;
    }
  return count === 0 ? 0 : sum / count;
}
