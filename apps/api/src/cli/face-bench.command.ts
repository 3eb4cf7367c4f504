import type { Command } from 'commander';
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

interface BenchFlags extends EngineFlags {
  readonly images: string;
  readonly limit: number;
  readonly peers: boolean;
  readonly python?: string;
  readonly soak?: number;
  readonly out?: string;
  readonly date: string;
  readonly json?: boolean;
}

/** `rollcall face bench` */
export function addBench(face: Command, state: CliState): void {
  addEngineOptions(face.command('bench'))
    .description(
      'Times the stages, the throughput and, where installed, face-api and Python face_recognition on the same photos.',
    )
    .requiredOption('--images <folder>', 'photos; deeper folders are searched too')
    .option('--limit <n>', 'at most so many photos', parseCount, 60)
    .option('--no-peers', 'time only our own engine')
    .option('--python <file>', 'a Python that has face_recognition')
    .option('--soak <n>', 'watch the memory of a child process over so many photos', parseCount)
    .option('--out <folder>', 'where bench.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: BenchFlags) =>
      runMeasurement(state, flags.json, async (onProgress) => {
        const { runFaceBench } = await import('@rollcall/face-core/accuracy');
        return runFaceBench({ ...flags, ...engineOptionsOf(flags), command: commandOf('bench', flags), onProgress });
      }),
    );
}
