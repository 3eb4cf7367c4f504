import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OperatingPoint, operatingPoints } from '@rollcall/models';
import { createEmbedding } from '../../embed/embedding.js';
import { FaceEngine } from '../../engine/face-engine.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { DatasetError } from '../datasets/dataset-error.js';
import { readIdentityFolders } from '../datasets/identity-folders.dataset.js';
import { embedPhotos } from '../evaluate/embed-photos.js';
import { type EngineChoice, engineOptionsOf } from '../evaluate/engine-choice.js';
import { machineInfo } from '../evaluate/machine-info.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import { type CalibrationPerson, type CalibrationReport, calibrate } from './calibrate.js';
import { summariseCalibration } from './calibration-summary.js';

/** Engine and pack count for a folder only. */
export interface FaceCalibrateOptions extends EngineChoice {
  /** The people with their stored templates, or a folder with one folder of photos a person. */
  readonly gallery: readonly CalibrationPerson[] | string;
  /** The points to be judged, with a gallery of stored templates. Default: the shipped ones. */
  readonly points?: readonly OperatingPoint[] | undefined;
  /** Folder for `calibration.json`; nothing is written without it. */
  readonly out?: string | undefined;
  /** ISO date of the report. */
  readonly date: string;
  readonly onProgress?: OnProgress | undefined;
}

/** `rollcall face calibrate`. Exit code 0: the shipped thresholds hold here; 1: one should be raised; 2: could not tell. */
export async function runFaceCalibrate(options: FaceCalibrateOptions): Promise<CommandResult<CalibrationReport>> {
  try {
    const { people, points } = await readGallery(options);
    const report = calibrate(people, { operatingPoints: points, onProgress: options.onProgress });
    const files = options.out === undefined ? [] : [await write(options.out, report, options.date)];
    const isChange = report.points.some(({ isChangeRecommended }) => isChangeRecommended);
    return { exitCode: isChange ? 1 : 0, report, text: summariseCalibration(report), files };
  } catch (error) {
    if (error instanceof DatasetError || error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

interface Calibratable {
  readonly people: readonly CalibrationPerson[];
  readonly points: readonly OperatingPoint[];
}

async function readGallery({
  gallery,
  points = operatingPoints,
  ...options
}: FaceCalibrateOptions): Promise<Calibratable> {
  if (typeof gallery === 'string') return embedGallery(gallery, options);
  return { people: gallery, points };
}

async function embedGallery(root: string, options: Omit<FaceCalibrateOptions, 'gallery'>): Promise<Calibratable> {
  const { onProgress } = options;
  const { photos } = readIdentityFolders(root);
  const engine = await FaceEngine.create({ ...engineOptionsOf(options), workers: 1 });
  try {
    const { vectors, dimensions, isAdmitted } = await embedPhotos(engine, photos, { pad: 'OFF', onProgress });
    const people = new Map<number, { personId: string; embeddings: CalibrationPerson['embeddings'][number][] }>();
    photos.names.forEach((name, photo) => {
      if (isAdmitted[photo] !== 1) return;
      const subject = photos.subjects[photo];
      const person = people.get(subject) ?? { personId: name.split('/')[0] ?? name, embeddings: [] };
      person.embeddings.push(
        createEmbedding(engine.modelId, vectors.slice(photo * dimensions, (photo + 1) * dimensions)),
      );
      people.set(subject, person);
    });
    return { people: [...people.values()], points: engine.operatingPoints };
  } finally {
    await engine.close();
  }
}

async function write(folder: string, report: CalibrationReport, date: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'calibration.json');
  await writeFile(path, `${JSON.stringify({ date, machine: machineInfo(), ...report }, null, 2)}\n`, { mode: 0o600 });
  return path;
}
