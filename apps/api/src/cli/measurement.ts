import { DETECTOR_IDS, ENGINE_IDS, type EngineId, type EngineOptions, PACK_IDS } from '@rollcall/face-core';
import type { CommandResult, OnProgress } from '@rollcall/face-core/accuracy';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Env, readEnv } from '../env.js';
import { engineOptionsFrom, ownModelsFile } from '../services/engine-options.js';
import { progressBar } from './cli-progress.js';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { printJson } from './output.js';
import { assertReportFolder } from './report-folder.js';

/** Which engine, detector and pack a command of `rollcall face` uses. */
export interface EngineFlags {
  readonly pack: string;
  readonly engine: EngineId;
  readonly detector?: string;
  readonly models?: string;
}

/** What may stand after `--detector`; the engine refuses another name in a sentence. */
export const DETECTORS = `face detector: ${DETECTOR_IDS.join(', ')}, or one of --models`;

/** Adds the options of `EngineFlags`. */
export function addEngineOptions(command: Command): Command {
  return command
    .option('--pack <name>', `embedding net: ${PACK_IDS.join(', ')}, or one of --models`, PACK_IDS[0])
    .addOption(
      new Option('--engine <name>', 'what finds faces and makes embeddings').choices(ENGINE_IDS).default(ENGINE_IDS[0]),
    )
    .option('--detector <name>', `${DETECTORS} (default: the engine's first)`)
    .option('--models <file>', 'models of your own (default: FACE_MODELS, or models.json in the data directory)');
}

/** Like `EngineFlags`, where the settings stand in for what is left out. */
export type InstalledEngineFlags = Partial<EngineFlags>;

/** Adds the options of `InstalledEngineFlags`: for commands about the engine that this installation runs. */
export function addInstalledEngineOptions(command: Command): Command {
  return command
    .option('--pack <name>', `embedding net: ${PACK_IDS.join(', ')}, or one of --models (default: FACE_PACK)`)
    .addOption(
      new Option('--engine <name>', 'what finds faces and makes embeddings (default: FACE_ENGINE)').choices(ENGINE_IDS),
    )
    .option('--detector <name>', `${DETECTORS} (default: FACE_DETECTOR, or the engine's first)`)
    .option('--models <file>', 'models of your own (default: FACE_MODELS, or models.json in the data directory)');
}

/** The engine of the settings, with what the flags change. Another engine has its own first detector. */
export function installedEngineOf(env: Env, flags: InstalledEngineFlags): InstalledEngine {
  const isOther = flags.engine !== undefined && flags.engine !== env.FACE_ENGINE;
  const { pack = env.FACE_PACK, engine = env.FACE_ENGINE, detector, models } = flags;
  const settings = engineOptionsFrom(isOther ? { ...env, FACE_DETECTOR: undefined } : env);
  return {
    ...settings,
    ...{ pack, engine },
    ...(detector === undefined ? {} : { detector }),
    ...(models === undefined ? {} : { models }),
  };
}

export type InstalledEngine = EngineOptions & { readonly pack: string };

/** What the options of `addEngineOptions` ask for. The settings are read here, not while commands are described. */
export function engineOptionsOf({ pack, engine, detector, models }: EngineFlags): EngineOptions {
  const file = modelsFileOf(models);
  return {
    pack,
    engine,
    ...(detector === undefined ? {} : { detector }),
    ...(file === undefined ? {} : { models: file }),
  };
}

/** The file that `--models` names, or else that of the settings. */
export function modelsFileOf(models: string | undefined): string | undefined {
  return models ?? ownModelsFile(readEnv());
}

/**
 * Runs a measurement with a progress bar and prints what it found; where `out` cannot be a folder, nothing is run. The tools are loaded inside `work`, so that no other
 * command pays for them.
 *
 * @throws CliError if it could not be carried out
 */
export async function runMeasurement(
  state: CliState,
  { json: isJson, out }: { readonly json?: boolean; readonly out?: string },
  work: (onProgress: OnProgress) => Promise<CommandResult<unknown>>,
): Promise<void> {
  if (out !== undefined) await assertReportFolder(out);
  const bar = progressBar();
  const { exitCode, report, text, files } = await work(bar.onProgress).finally(bar.end);
  if (report === null) throw new CliError(text);
  if (isJson) printJson(state.terminal, report);
  else {
    state.terminal.out(text.trimEnd());
    for (const file of files) state.terminal.out(`written: ${file}`);
  }
  state.exitCode = exitCode;
}

/** The command with its options for the report; folders by their last name only, so that a report names no machine. */
export function commandOf(name: string, flags: object): string {
  const options = Object.entries(flags).flatMap(([key, value]) => {
    const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const isOnByDefault = key === 'thumbnails' || key === 'peers';
    if (key === 'json' || key === 'date' || value === undefined) return [];
    if (typeof value === 'boolean') return value === isOnByDefault ? [] : [`--${isOnByDefault ? 'no-' : ''}${name}`];
    return [`--${name} ${String(value).split(/[\\/]/).slice(-2).join('/')}`];
  });
  return ['rollcall face', name, ...options].join(' ');
}

export function parseCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('It needs a whole number from 1.');
  return count;
}

/** `1000,10000` */
export function parseCounts(text: string): readonly number[] {
  return text.split(',').map(parseCount);
}

/** `640x480`; each side from 64 to 4,096 pixels */
export function parseSize(text: string): { readonly width: number; readonly height: number } {
  const [width, height] = /^(\d{2,4})x(\d{2,4})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (width === undefined || height === undefined || Math.min(width, height) < 64 || Math.max(width, height) > 4_096)
    throw new InvalidArgumentError('Write a size such as 640x480, each side from 64 to 4096.');
  return { width, height };
}

export function parseDate(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Write a date such as 2027-01-31.');
  return text;
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
