import type { Command } from 'commander';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import {
  addEngineOptions,
  commandOf,
  type EngineFlags,
  engineOptionsOf,
  parseCount,
  parseCounts,
  parseDate,
  parseSize,
  runMeasurement,
  today,
} from './measurement.js';

interface BenchFlags extends EngineFlags {
  readonly images?: string;
  readonly gallery?: readonly number[];
  readonly limit: number;
  readonly size?: { readonly width: number; readonly height: number };
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
      'Times the stages, the throughput and, where installed, face-api and Python face_recognition on the same photos; or searches among many.',
    )
    .option('--images <folder>', 'photos; deeper folders are searched too')
    .option('--gallery <n,n>', 'time searches among so many synthetic templates instead; needs no photos', parseCounts)
    .option('--limit <n>', 'at most so many photos', parseCount, 60)
    .option('--size <width>x<height>', 'bring every photo to this size first, such as 640x480', parseSize)
    .option('--no-peers', 'time only our own engine')
    .option('--python <file>', 'a Python that has face_recognition')
    .option('--soak <n>', 'watch the memory of a child process over so many photos', parseCount)
    .option('--out <folder>', 'where bench.json or gallery-bench.json goes')
    .option('--date <date>', 'date of the report', parseDate, today())
    .option('--json', 'print the report as JSON')
    .action((flags: BenchFlags) =>
      runMeasurement(state, flags, async (onProgress) => {
        const { runFaceBench, runGalleryBench } = await import('@rollcall/face-core/accuracy');
        const { images, gallery, size, out, date } = flags;
        const { pack, models, ...others } = engineOptionsOf(flags);
        if (gallery !== undefined && images === undefined)
          return runGalleryBench({ gallery, pack, models, out, date, command: galleryCommand(flags), onProgress });
        if (images === undefined || gallery !== undefined) throw new CliError('Give either --images or --gallery.');
        const command = commandOf('bench', { ...flags, size: size && `${size.width}x${size.height}` });
        return runFaceBench({ ...flags, ...others, images, pack, models, command, onProgress });
      }),
    );
}

/** Only the options that a search has to do with. */
const galleryCommand = ({ gallery, pack, models, out }: BenchFlags): string =>
  commandOf('bench', { gallery, pack, models, out });
