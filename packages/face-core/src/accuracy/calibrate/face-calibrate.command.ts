import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { operatingPoints } from '@rollcall/models';
import { createEmbedding } from '../../embed/embedding.js';
import { PACK_IDS, type PackId } from '../../embed/model-packs.js';
import { FaceEngine } from '../../engine/face-engine.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { DatasetError } from '../datasets/dataset-error.js';
import { readIdentityFolders } from '../datasets/identity-folders.dataset.js';
import { embedPhotos } from '../evaluate/embed-photos.js';
import { machineInfo } from '../evaluate/machine-info.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import { type CalibrationPerson, type CalibrationReport, calibrate } from './calibrate.js';
import { summariseCalibration } from './calibration-summary.js';

export interface FaceCalibrateOptions {
  /** The people with their stored templates, or a folder with one folder of photos a person. */
  readonly gallery: readonly CalibrationPerson[] | string;
  /** Only for a folder. Default `mobilefacenet-192`. */
  readonly pack?: string | undefined;
  /** Folder for `calibration.json`; nothing is written without it. */
  readonly out?: string | undefined;
  /** ISO date of the report. */
  readonly date: string;
  readonly onProgress?: OnProgress | undefined;
}

/** `rollcall face calibrate`. Exit code 0: the shipped thresholds hold here; 1: one should be raised; 2: could not tell. */
export async function runFaceCalibrate(options: FaceCalibrateOptions): Promise<CommandResult<CalibrationReport>> {
  try {
    const people = typeof options.gallery === 'string' ? await embedGallery(options.gallery, options) : options.gallery;
    const report = calibrate(people, { operatingPoints, onProgress: options.onProgress });
    const files = options.out === undefined ? [] : [await write(options.out, report, options.date)];
    const isChange = report.points.some(({ isChangeRecommended }) => isChangeRecommended);
    return { exitCode: isChange ? 1 : 0, report, text: summariseCalibration(report), files };
  } catch (error) {
    if (error instanceof DatasetError || error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

async function embedGallery(
  root: string,
  { pack = 'mobilefacenet-192', onProgress }: FaceCalibrateOptions,
): Promise<CalibrationPerson[]> {
  const { photos } = readIdentityFolders(root);
  if (!isPack(pack)) throw new RangeError(`There is no face pack ${pack}; use ${PACK_IDS.join(' or ')}.`);
  const engine = await FaceEngine.create({ pack, workers: 1 });
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
    return [...people.values()];
  } finally {
    await engine.close();
  }
}

function isPack(pack: string): pack is PackId {
  return (PACK_IDS as readonly string[]).includes(pack);
}

async function write(folder: string, report: CalibrationReport, date: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'calibration.json');
  await writeFile(path, `${JSON.stringify({ date, machine: machineInfo(), ...report }, null, 2)}\n`, { mode: 0o600 });
  return path;
}
