import type { MachineInfo } from '../report/report.types.js';
import type { TimeSpread } from './bench.types.js';

/** Searches among one number of templates. */
export interface GalleryTimes {
  readonly templates: number;
  /** One search, a slice of the templates at a time, as the API searches. */
  readonly search: TimeSpread;
  /** How long anything else had to wait during a search: the longest wait of each search. */
  readonly heldUp: TimeSpread;
  /** The longest wait of all searches. */
  readonly longestHeldUpMs: number;
  /** The same search without slices: all that time nothing else is done. */
  readonly inOneGo: TimeSpread;
  /** Searches for somebody who is there. */
  readonly known: number;
  /** How many of those came out first. */
  readonly knownFound: number;
}

export interface GalleryBenchReport {
  readonly schemaVersion: 1;
  readonly kind: 'gallery-bench';
  readonly date: string;
  readonly command: string;
  readonly machine: MachineInfo;
  readonly pack: string;
  readonly modelId: string;
  /** Numbers in a vector. */
  readonly dimensions: number;
  readonly galleries: readonly GalleryTimes[];
}
