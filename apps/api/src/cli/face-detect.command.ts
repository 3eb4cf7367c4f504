import { DETECTOR_IDS, ENGINE_IDS } from '@rollcall/face-core';
import { type Command, Option } from 'commander';
import type { CliState } from './cli-state.js';
import { commandOf, parseCount, parseDate, runMeasurement, today } from './measurement.js';

interface DetectFlags {
  readonly labels: string;
  readonly root?: string;
  readonly engine: string;
  readonly detector?: string;
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
    .addOption(new Option('--detector <name>', "face detector (default: the engine's first)").choices(DETECTOR_IDS))
    .option('--min-face <px>', 'smallest face searched', parseCount, 20)
    .option('--out <folder>', 'where detection.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: DetectFlags) =>
      runMeasurement(state, flags.json, async (onProgress) => {
        const { runFaceDetect } = await import('@rollcall/face-core/accuracy');
        const { minFace: minFacePx, ...rest } = flags;
        return runFaceDetect({ ...rest, minFacePx, command: commandOf('detect', flags), onProgress });
      }),
    );
}
