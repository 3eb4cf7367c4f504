import type { MachineInfo } from '../report/report.types.js';

/** Spread of a time in milliseconds. */
export interface TimeSpread {
  readonly n: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly bestMs: number;
}

/** How late the event loop of the calling process came to its timers, in milliseconds: what others had to wait there. */
export interface LoopDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export interface Throughput {
  readonly workers: number;
  /** Inside each worker. */
  readonly threads: number;
  readonly photos: number;
  readonly seconds: number;
  readonly photosPerSecond: number;
  readonly loopDelay: LoopDelay;
}

/** One net alone on one thread, against the arithmetic the core could do at best. */
export interface NetEfficiency {
  readonly modelId: string;
  readonly inputShape: readonly number[];
  /** Millions of multiply-accumulates of its convolutions and matrix products, from the shapes of a run. */
  readonly megaMacs: number;
  readonly floorMs: number;
  readonly bestMs: number;
  /** Floor over best time, 0–1. */
  readonly efficiency: number;
}

export interface MemorySample {
  readonly photos: number;
  readonly residentMiB: number;
}

/** The resident memory of one child process over many photos. */
export interface MemoryCourse {
  readonly photos: number;
  /** Started and warm, before the first photo. */
  readonly idleMiB: number;
  /** False if the process had to be replaced on the way. */
  readonly isSameProcess: boolean;
  /** After the first fifth, which warms up. */
  readonly slopeMiBPerThousand: number;
  readonly samples: readonly MemorySample[];
}

/** Another program on the same photos in the same run. */
export type PeerResult =
  | {
      readonly name: string;
      readonly outcome: 'MEASURED';
      readonly version: string;
      readonly whole: TimeSpread;
      readonly facesFound: number;
      /** Its median over ours: how many times as long it takes for a photo. */
      readonly ratio: number;
    }
  | { readonly name: string; readonly outcome: 'SKIPPED'; readonly reason: string };

export interface BenchReport {
  readonly schemaVersion: 1;
  readonly kind: 'face-bench';
  readonly date: string;
  readonly command: string;
  readonly machine: MachineInfo;
  readonly engine: {
    readonly engine: string;
    readonly detector: string;
    readonly pack: string;
    readonly modelId: string;
  };
  readonly photos: number;
  /** `640x480` if the photos were brought to one size; null if they were taken as they are. */
  readonly size: string | null;
  readonly captured: number;
  /** Of one child process, started and warm, before the first photo; null where the system does not tell. */
  readonly idleMiB: number | null;
  /** From the start of the engine until it can work, models checked and warm. */
  readonly startMs: number;
  /** One capture at a time on one worker with one thread. `whole` includes the way to the child process and back. */
  readonly stages: Readonly<Record<string, TimeSpread>>;
  readonly throughput: readonly Throughput[];
  readonly floor: { readonly clockGHz: number; readonly flopPerCycle: number; readonly source: string };
  readonly nets: readonly NetEfficiency[];
  readonly peers: readonly PeerResult[];
  /** Only with `--soak`; null also where the system does not tell. */
  readonly memory: MemoryCourse | null;
}
