import { operatingPointsOf } from '@rollcall/face-core';
import type { Command } from 'commander';
import { readEnv } from '../env.js';
import type { CliState } from './cli-state.js';
import {
  addInstalledEngineOptions,
  type InstalledEngineFlags,
  installedEngineOf,
  parseDate,
  runMeasurement,
  today,
} from './measurement.js';
import { packNamed } from './pack-named.js';
import { readStoredGallery } from './stored-gallery.js';

interface CalibrateFlags extends InstalledEngineFlags {
  readonly gallery?: string | true;
  readonly out?: string;
  readonly date: string;
  readonly json?: boolean;
}

/** `rollcall face calibrate` */
export function addCalibrate(face: Command, state: CliState): void {
  addInstalledEngineOptions(face.command('calibrate'))
    .description(
      'Do the thresholds hold for your own people? Exit code 0: yes; 1: one should be raised; 2: could not tell.',
    )
    .option(
      '--gallery [folder]',
      'one folder of photos a person; without a folder: the stored faces of the running server',
    )
    .option('--out <folder>', 'where calibration.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: CalibrateFlags) =>
      runMeasurement(state, flags, async (onProgress) => {
        const { runFaceCalibrate } = await import('@rollcall/face-core/accuracy');
        const engine = installedEngineOf(readEnv(), flags);
        const { out, date } = flags;
        if (typeof flags.gallery === 'string')
          return runFaceCalibrate({ ...engine, gallery: flags.gallery, out, date, onProgress });
        const pack = await packNamed(engine.pack, engine.models);
        const gallery = await readStoredGallery(pack.modelId);
        return runFaceCalibrate({ gallery, points: operatingPointsOf(pack), out, date, onProgress });
      }),
    );
}
