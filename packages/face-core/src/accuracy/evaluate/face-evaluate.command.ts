import { dirname } from 'node:path';
import { FaceEngine } from '../../engine/face-engine.js';
import type { CaptureOptions } from '../../pipeline/capture.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { DatasetError } from '../datasets/dataset-error.js';
import { readFoldersWithPairs } from '../datasets/folders-with-pairs.js';
import { readIdentityFolders } from '../datasets/identity-folders.dataset.js';
import { readPadLabels } from '../datasets/pad-labels.dataset.js';
import type { PairDataset } from '../datasets/photo-set.js';
import { readPairs } from '../datasets/read-dataset.js';
import { summariseEvaluation } from '../report/evaluation-summary.js';
import type { EvaluationReport } from '../report/report.types.js';
import { makeThumbnails } from '../report/thumbnails.js';
import { writeEvaluation } from '../report/write-evaluation.js';
import { type EngineChoice, engineOptionsOf } from './engine-choice.js';
import { evaluate } from './evaluate.js';
import type { OnProgress } from './measured-engine.js';

export interface FaceEvaluateOptions extends EngineChoice {
  /** CSV `path_a,path_b,same[,fold]` or LFW's `pairs.txt`. */
  readonly pairs?: string | undefined;
  /** CSV `path,label[,attack,source_clip]`. */
  readonly padLabels?: string | undefined;
  /** What the paths in the files are relative to; with `allPairs` the folder of identity folders. Default: the file's folder. */
  readonly root?: string | undefined;
  /** Compare every photo under `root` with every other. */
  readonly allPairs?: boolean | undefined;
  /** Folder for the reports. */
  readonly out: string;
  /** Default `off`: matching is measured without presentation-attack detection. */
  readonly pad?: 'on' | 'off' | undefined;
  /** Default true: faces of the worst pairs in `report.html`. */
  readonly thumbnails?: boolean | undefined;
  /** Average each embedding with that of the mirrored photo. Default false. */
  readonly mirror?: boolean | undefined;
  /** Child processes; default 1. */
  readonly workers?: number | undefined;
  /** ISO date of the report. */
  readonly date: string;
  /** The command as typed. */
  readonly command: string;
  readonly onProgress?: OnProgress | undefined;
}

/** `rollcall face evaluate`: measures a data set end to end and writes JSON, CSV and HTML. */
export async function runFaceEvaluate(options: FaceEvaluateOptions): Promise<CommandResult<EvaluationReport>> {
  try {
    const dataset = readDataset(options);
    const padDataset = options.padLabels === undefined ? null : readPadLabels(options.padLabels, options.root);
    if (dataset === null && padDataset === null)
      return couldNot('Give --pairs FILE, --all-pairs with --root FOLDER, or --pad-labels FILE.');
    const engine = await FaceEngine.create({ ...engineOptionsOf(options), workers: options.workers ?? 1 });
    try {
      return await measure(engine, dataset, padDataset, options);
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (error instanceof DatasetError || error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

function readDataset({ pairs, root, allPairs = false }: FaceEvaluateOptions): PairDataset | null {
  if (pairs === undefined) return allPairs && root !== undefined ? readIdentityFolders(root) : null;
  return allPairs ? readFoldersWithPairs(pairs, root ?? dirname(pairs)) : readPairs(pairs, root);
}

async function measure(
  engine: FaceEngine,
  dataset: PairDataset | null,
  padDataset: ReturnType<typeof readPadLabels> | null,
  options: FaceEvaluateOptions,
): Promise<CommandResult<EvaluationReport>> {
  const pad: CaptureOptions['pad'] = options.pad === 'on' ? 'REFUSE' : 'OFF';
  const { report, embedded } = await evaluate({
    engine,
    detector: engine.detector,
    dataset,
    padDataset,
    pad,
    isAllPairs: options.allPairs ?? false,
    operatingPoints: engine.operatingPoints.filter(({ kind }) => kind === 'VERIFY' || kind === 'IDENTIFY'),
    identificationMargin: engine.hasIdentificationMargin ? engine.identificationMargin.margin : undefined,
    duplicateThresholds: [
      ...new Set(
        engine.operatingPoints.filter(({ kind }) => kind !== 'COMPARE_DOCUMENT').map(({ threshold }) => threshold),
      ),
    ],
    date: options.date,
    command: options.command,
    concurrency: (options.workers ?? 1) + 1,
    isMirrorAveraged: options.mirror ?? false,
    onProgress: options.onProgress,
  });
  const hasThumbnails = options.thumbnails !== false && dataset !== null && embedded !== null;
  const thumbnails = hasThumbnails
    ? await makeThumbnails(dataset, embedded, report.protocols)
    : new Map<string, string>();
  const files = await writeEvaluation(options.out, report, thumbnails);
  return { exitCode: 0, report, text: summariseEvaluation(report), files };
}
