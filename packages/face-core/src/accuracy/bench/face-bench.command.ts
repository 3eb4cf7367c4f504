import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SINGLE_SHOT_SPECS } from '../../detect/single-shot-specs.js';
import { MODEL_PACKS } from '../../embed/model-packs.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { type EngineChoice, engineOptionsOf } from '../evaluate/engine-choice.js';
import { machineInfo } from '../evaluate/machine-info.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import type { BenchReport } from './bench.types.js';
import { benchTable } from './bench-table.js';
import { choosePhotos } from './choose-photos.js';
import { measureStages, measureThroughput } from './measure-engine.js';
import { measureMemory } from './measure-memory.js';
import { arithmeticFloor, measureNets } from './net-efficiency.js';
import { runPeers } from './peers/run-peers.js';
import { type PhotoSize, withPhotoSize } from './photo-size.js';
import { throughputMatrix } from './throughput-matrix.js';

export interface FaceBenchOptions extends EngineChoice {
  /** Folder of photos; deeper folders are searched too. */
  readonly images: string;
  /** At most so many photos, evenly chosen. Default 60. */
  readonly limit?: number | undefined;
  /** Bring every photo to this size first, for us and for the peers. Default: photos as they are. */
  readonly size?: PhotoSize | undefined;
  /** Default true: also run face-api and Python's face_recognition, where installed. */
  readonly peers?: boolean | undefined;
  /** A Python that has `face_recognition`. */
  readonly python?: string | undefined;
  /** So many captures in one child process, to watch its memory. Default: none. */
  readonly soak?: number | undefined;
  /** Folder for `bench.json`; nothing is written without it. */
  readonly out?: string | undefined;
  readonly date: string;
  readonly command: string;
  readonly onProgress?: OnProgress | undefined;
}

const DETECTOR_NETS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SINGLE_SHOT_SPECS).map(([detector, { modelId }]) => [detector, modelId]),
);
const DEFAULT_LIMIT = 60;
/** Photos for a throughput: enough to average out, without keeping a run over few photos waiting. */
const throughputPhotos = (photos: number): number => Math.max(photos, Math.min(120, 20 * photos));

/** `rollcall face bench`: times of the stages, throughput, efficiency of the nets, and peers on the same photos. */
export async function runFaceBench(options: FaceBenchOptions): Promise<CommandResult<BenchReport>> {
  try {
    return await bench(options);
  } catch (error) {
    if (error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

async function bench(options: FaceBenchOptions): Promise<CommandResult<BenchReport>> {
  const found = await choosePhotos(options.images, options.limit ?? DEFAULT_LIMIT);
  if (found.length === 0) return couldNot(`There is no usable photo in ${options.images}.`);
  const report = await withPhotoSize(found, options.size, (paths) => measure(options, paths));
  const files = options.out === undefined ? [] : [await write(options.out, report)];
  return { exitCode: 0, report, text: benchTable(report), files };
}

async function measure(options: FaceBenchOptions, paths: readonly string[]): Promise<BenchReport> {
  const choice = engineOptionsOf(options);
  const { onProgress, size } = options;
  const photos = await Promise.all(paths.map((path) => readFile(path)));
  const times = await measureStages(choice, photos, onProgress);
  const floor = arithmeticFloor();
  const throughput = [];
  const shapes = throughputMatrix(availableParallelism());
  for (const [done, shape] of shapes.entries()) {
    onProgress?.({ stage: `throughput of ${shape.workers} × ${shape.threads}`, done, total: shapes.length });
    throughput.push(await measureThroughput(choice, photos, shape, throughputPhotos(photos.length)));
  }
  const nets = await measureNets(netsOf(times), floor);
  const onPeer = (name: string) => onProgress?.({ stage: `timing ${name}`, done: 0, total: 1 });
  const ownMedianMs = times.stages.whole?.p50Ms ?? Number.NaN;
  const peers = options.peers === false ? [] : await runPeers({ paths, ownMedianMs, python: options.python, onPeer });
  const memory = options.soak === undefined ? null : await measureMemory(choice, photos, options.soak, onProgress);
  const { startMs, idleMiB, captured, stages, ...identity } = times;
  return {
    schemaVersion: 1,
    kind: 'face-bench',
    date: options.date,
    command: options.command,
    machine: machineInfo(),
    engine: identity,
    photos: photos.length,
    size: size === undefined ? null : `${size.width}x${size.height}`,
    captured,
    idleMiB,
    startMs,
    stages,
    throughput,
    floor,
    nets,
    peers,
    memory,
  };
}

/** The nets that this engine runs on onnxruntime and whose shapes are known. */
function netsOf({ engine, detector, pack }: BenchReport['engine']): readonly string[] {
  if (engine !== 'onnx') return ['pad-faceplugin'];
  const finder = detector === 'mtcnn' ? ['mtcnn-pnet', 'mtcnn-rnet', 'mtcnn-onet'] : [DETECTOR_NETS[detector] ?? ''];
  const embedders = Object.values(MODEL_PACKS).find(({ id }) => id === pack)?.netIds ?? [];
  return [...finder, 'pad-faceplugin', ...embedders];
}

async function write(folder: string, report: BenchReport): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'bench.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
