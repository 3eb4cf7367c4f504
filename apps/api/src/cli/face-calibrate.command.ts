import { resolvePack } from '@rollcall/face-core';
import type { Command } from 'commander';
import type { CliState } from './cli-state.js';
import {
  addEngineOptions,
  type EngineFlags,
  engineOptionsOf,
  parseDate,
  runMeasurement,
  today,
} from './measurement.js';
import { readStoredGallery } from './stored-gallery.js';

interface CalibrateFlags extends EngineFlags {
  readonly gallery?: string | true;
  readonly out?: string;
  readonly date: string;
  readonly json?: boolean;
}

/** `rollcall face calibrate` */
export function addCalibrate(face: Command, state: CliState): void {
  addEngineOptions(face.command('calibrate'))
    .description(
      'Do the shipped thresholds hold for your own people? Exit code 0: yes; 1: one should be raised; 2: could not tell.',
    )
    .option(
      '--gallery [folder]',
      'one folder of photos a person; without a folder: the stored faces of the running server',
    )
    .option('--out <folder>', 'where calibration.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: CalibrateFlags) =>
      runMeasurement(state, flags.json, async (onProgress) => {
        const engine = engineOptionsOf(flags);
        const { runFaceCalibrate } = await import('@rollcall/face-core/accuracy');
        const gallery =
          typeof flags.gallery === 'string'
            ? flags.gallery
            : await readStoredGallery((await resolvePack(flags.pack, engine.models ?? null)).modelId);
        return runFaceCalibrate({ ...flags, ...engine, gallery, onProgress });
      }),
    );
}
