import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACK_IDS } from '../../embed/model-packs.js';
import { resolvePack } from '../../embed/resolve-pack.js';
import { type CommandResult, couldNot } from '../commands.types.js';
import { machineInfo } from '../evaluate/machine-info.js';
import type { OnProgress } from '../evaluate/measured-engine.js';
import type { GalleryBenchReport, GalleryTimes } from './gallery-bench.types.js';
import { galleryTable } from './gallery-table.js';
import { measureGallery } from './measure-gallery.js';

export interface GalleryBenchOptions {
  /** Numbers of templates, each from 1 to `MAX_GALLERY`. */
  readonly gallery: readonly number[];
  /** How many searches in each gallery, half of them for strangers. Default 200. */
  readonly searches?: number | undefined;
  /** Whose vectors are imitated. Default `mobilefacenet-192`. */
  readonly pack?: string | undefined;
  /** A `models.json` with packs of the user's own. */
  readonly models?: string | undefined;
  /** Folder for `gallery-bench.json`; nothing is written without it. */
  readonly out?: string | undefined;
  readonly date: string;
  readonly command: string;
  readonly onProgress?: OnProgress | undefined;
}

/** 704 numbers each are half a gibibyte, and for a moment twice that while the block of memory grows. */
const MAX_GALLERY = 200_000;
const DEFAULT_SEARCHES = 200;

/** `rollcall face bench --gallery`: times of searches among so many people, with vectors of no face. Needs no photo and no net. */
export async function runGalleryBench(options: GalleryBenchOptions): Promise<CommandResult<GalleryBenchReport>> {
  const { gallery: sizes, searches = DEFAULT_SEARCHES, onProgress, date, command } = options;
  if (sizes.length === 0 || sizes.some((size) => !Number.isInteger(size) || size < 1 || size > MAX_GALLERY))
    return couldNot(`A gallery has from 1 to ${MAX_GALLERY.toLocaleString('en')} templates.`);
  try {
    const { id: pack, modelId, dimensions } = await resolvePack(options.pack ?? PACK_IDS[0], options.models ?? null);
    const galleries: GalleryTimes[] = [];
    for (const [done, templates] of sizes.entries()) {
      onProgress?.({ stage: `searching among ${templates}`, done, total: sizes.length });
      galleries.push(await measureGallery({ modelId, dimensions, templates, searches }));
    }
    const machine = machineInfo();
    const report = {
      schemaVersion: 1,
      kind: 'gallery-bench',
      date,
      command,
      machine,
      pack,
      modelId,
      dimensions,
      galleries,
    } as const;
    const files = options.out === undefined ? [] : [await write(options.out, report)];
    return { exitCode: 0, report, text: galleryTable(report), files };
  } catch (error) {
    if (error instanceof RangeError) return couldNot(error.message);
    throw error;
  }
}

async function write(folder: string, report: GalleryBenchReport): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'gallery-bench.json');
  await writeFile(path, `${JSON.stringify(report, null, 2)}\n`);
  return path;
}
