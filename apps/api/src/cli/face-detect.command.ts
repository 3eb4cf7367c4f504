import { ENGINE_IDS } from '@rollcall/face-core';
import { type Command, Option } from 'commander';
import type { CliState } from './cli-state.js';
import { commandOf, DETECTORS, modelsFileOf, parseCount, parseDate, runMeasurement, today } from './measurement.js';

interface DetectFlags {
  readonly labels: string;
  readonly root?: string;
  readonly engine: string;
  readonly detector?: string;
  readonly models?: string;
  readonly minFace: number;
  readonly out?: string;
  readonly date: string;
  readonly json?: boolean;
}

/** `rollcall face detect` */
export function addDetect(face: Command, state: CliState): void {
  face
    .command('detect')
    .description('How many of the faces marked in photos does a detector find, and what else does it take for a face?')
    .requiredOption('--labels <file>', 'CSV with path and x,y,w,h[,ignore] or noses_x:y or clear_faces')
    .option('--root <folder>', "what paths are relative to (default: the file's folder)")
    .addOption(new Option('--engine <name>', 'what finds faces').choices(ENGINE_IDS).default(ENGINE_IDS[0]))
    .option('--detector <name>', `${DETECTORS} (default: the engine's first)`)
    .option('--models <file>', 'models of your own (default: FACE_MODELS, or models.json in the data directory)')
    .option('--min-face <px>', 'smallest face searched', parseCount, 20)
    .option('--out <folder>', 'where detection.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: DetectFlags) =>
      runMeasurement(state, flags, async (onProgress) => {
        const { runFaceDetect } = await import('@rollcall/face-core/accuracy');
        const { minFace: minFacePx, ...rest } = flags;
        const models = modelsFileOf(flags.models);
        return runFaceDetect({ ...rest, models, minFacePx, command: commandOf('detect', flags), onProgress });
      }),
    );
}
