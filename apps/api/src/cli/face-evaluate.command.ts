import { type Command, Option } from 'commander';
import type { CliState } from './cli-state.js';
import {
  addEngineOptions,
  commandOf,
  type EngineFlags,
  engineOptionsOf,
  parseCount,
  parseDate,
  runMeasurement,
  today,
} from './measurement.js';

interface EvaluateFlags extends EngineFlags {
  readonly pairs?: string;
  readonly padLabels?: string;
  readonly root?: string;
  readonly allPairs?: boolean;
  readonly out: string;
  readonly pad: 'on' | 'off';
  readonly thumbnails: boolean;
  readonly mirror?: boolean;
  readonly workers: number;
  readonly date: string;
  readonly json?: boolean;
}

/** `rollcall face evaluate` */
export function addEvaluate(face: Command, state: CliState): void {
  addEngineOptions(face.command('evaluate'))
    .description('Measures labelled photos end to end: error rates with intervals as JSON, CSV and HTML.')
    .option('--pairs <file>', "CSV path_a,path_b,same[,fold] or LFW's pairs.txt")
    .option('--all-pairs', 'compare every photo with every other; --root has one folder a person')
    .option('--pad-labels <file>', 'CSV path,label[,attack,source_clip]: photos of people and of attacks')
    .option('--root <folder>', "what paths are relative to (default: the file's folder)")
    .requiredOption('--out <folder>', 'where the reports go')
    .addOption(new Option('--pad <mode>', 'presentation-attack detection').choices(['on', 'off']).default('off'))
    .option('--no-thumbnails', 'leave the faces of the worst pairs out of the HTML')
    .option('--mirror', 'average each embedding with that of the mirrored photo')
    .option('--workers <n>', 'child processes', parseCount, 1)
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: EvaluateFlags) =>
      runMeasurement(state, flags, async (onProgress) => {
        const { runFaceEvaluate } = await import('@rollcall/face-core/accuracy');
        return runFaceEvaluate({
          ...flags,
          ...engineOptionsOf(flags),
          command: commandOf('evaluate', flags),
          onProgress,
        });
      }),
    );
}
