import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '@rollcall/contracts';
import { createDetector } from '../../detect/create-detector.js';
import { type FaceDetection, scaleDetection } from '../../detect/face-detection.js';
import type { FaceDetector } from '../../detect/face-detector.js';
import { resolveDetector } from '../../detect/resolve-detector.js';
import { resolveEngineOptions } from '../../engine/engine-options.js';
import { decodeImage } from '../../image/decode-image.js';
import { ImageLevels } from '../../image/image-levels.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { DatasetError } from '../datasets/dataset-error.js';
import { type FaceLabels, readFaceLabels } from '../datasets/face-labels.dataset.js';
import { engineOptionsOf } from '../evaluate/engine-choice.js';
import { machineInfo } from '../evaluate/machine-info.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import { countFaces, type FaceCount } from './count-faces.js';

export interface FaceDetectOptions {
  /** CSV with `path` and boxes (`x,y,w,h[,ignore]`), noses (`noses_x:y`) or a number (`clear_faces`). */
  readonly labels: string;
  /** What the paths are relative to. Default: the file's folder. */
  readonly root?: string | undefined;
  /** Default `onnx`. */
  readonly engine?: string | undefined;
  /** Default: the engine's first. */
  readonly detector?: string | undefined;
  /** A `models.json` with detectors of the user's own. */
  readonly models?: string | undefined;
  /** Smallest face searched, in pixels of the working image. Default 20. */
  readonly minFacePx?: number | undefined;
  /** Folder for `detection.json`; nothing is written without it. */
  readonly out?: string | undefined;
  readonly date: string;
  readonly command: string;
  readonly onProgress?: OnProgress | undefined;
}

interface PhotoCount extends FaceCount {
  readonly name: string;
  /** Code of the error that ended the photo; absent if it was searched. */
  readonly refused?: string;
}

export interface DetectionReport {
  readonly schemaVersion: 1;
  readonly kind: 'face-detection';
  readonly date: string;
  readonly command: string;
  readonly machine: ReturnType<typeof machineInfo>;
  readonly dataset: string;
  readonly engine: string;
  readonly detector: string;
  readonly minFacePx: number;
  readonly total: FaceCount & {
    readonly photos: number;
    /** Photos in which all marked faces and no other were found. */
    readonly exactPhotos: number;
    /** Photos the decoder refuses, too large for instance; their faces do not count. */
    readonly refusedPhotos: number;
  };
  /** Median time of the search, without decoding. */
  readonly medianMs: number;
  readonly photos: readonly PhotoCount[];
}

const DEFAULT_MIN_FACE_PX = 20;

/** `rollcall face detect`: how many of the marked faces a detector finds, and what else it takes for one. */
export async function runFaceDetect(options: FaceDetectOptions): Promise<CommandResult<DetectionReport>> {
  try {
    // The pack plays no part: faceapi-128 is the one that every engine has.
    const choice = resolveEngineOptions({ ...engineOptionsOf(options), pack: 'faceapi-128' });
    const labels = readFaceLabels(options.labels, options.root);
    const { engine, models } = choice;
    const chosen = await resolveDetector(engine, choice.detector, models);
    const detector = await createDetector({ engine, detector: chosen, threads: 1 });
    const report = await measure(detector, choice, labels, options);
    const files = options.out === undefined ? [] : [await write(options.out, report)];
    return { exitCode: 0, report, text: summarise(report), files };
  } catch (error) {
    if (error instanceof DatasetError || error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

async function measure(
  finder: FaceDetector,
  { engine, detector }: { readonly engine: string; readonly detector: string },
  labels: FaceLabels,
  options: FaceDetectOptions,
): Promise<DetectionReport> {
  const minFacePx = options.minFacePx ?? DEFAULT_MIN_FACE_PX;
  const photos: PhotoCount[] = [];
  const times: number[] = [];
  for (const photo of labels.photos) {
    const { name } = photo;
    try {
      const { faces, milliseconds } = await search(finder, join(labels.root, name), minFacePx);
      times.push(milliseconds);
      photos.push({ name, ...countFaces(photo, faces) });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code === 'MODEL_INTEGRITY') throw error;
      photos.push({ name, faces: 0, found: 0, unmarked: 0, refused: error.code });
    }
    options.onProgress?.({ stage: 'searching photos', done: photos.length, total: labels.photos.length });
  }
  return {
    schemaVersion: 1,
    kind: 'face-detection',
    ...{ date: options.date, command: options.command, machine: machineInfo() },
    ...{ dataset: labels.name, engine, detector, minFacePx },
    total: addUp(photos),
    medianMs: times.sort((one, other) => one - other)[times.length >> 1] ?? Number.NaN,
    photos,
  };
}

/** The faces in pixels of the photo, and the time of the search alone. */
async function search(
  finder: FaceDetector,
  path: string,
  minFacePx: number,
): Promise<{ faces: readonly FaceDetection[]; milliseconds: number }> {
  const { pixels, scale } = await decodeImage(await readFile(path));
  const levels = new ImageLevels(pixels);
  const from = performance.now();
  const faces = await finder.detect(levels, { minFacePx });
  return { faces: faces.map((face) => scaleDetection(face, 1 / scale)), milliseconds: performance.now() - from };
}

function addUp(photos: readonly PhotoCount[]): DetectionReport['total'] {
  const sum = (key: keyof FaceCount) => photos.reduce((total, photo) => total + photo[key], 0);
  const searched = photos.filter(({ refused }) => refused === undefined);
  return {
    ...{ faces: sum('faces'), found: sum('found'), unmarked: sum('unmarked'), photos: photos.length },
    exactPhotos: searched.filter(({ faces, found, unmarked }) => found === faces && unmarked === 0).length,
    refusedPhotos: photos.length - searched.length,
  };
}

function summarise({ dataset, engine, detector, minFacePx, total, medianMs }: DetectionReport): string {
  const refused = total.refusedPhotos === 0 ? '' : `; ${total.refusedPhotos} photos refused by the decoder`;
  return [
    `${dataset}: ${detector} on ${engine}, faces from ${minFacePx} px`,
    `found ${total.found} of ${total.faces} marked faces; ${total.unmarked} findings where nothing is marked`,
    `${total.exactPhotos} of ${total.photos} photos exactly right${refused}; median search ${medianMs.toFixed(0)} ms`,
  ].join('\n');
}

async function write(folder: string, report: DetectionReport): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'detection.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
