import { alignRows } from './align-rows.js';
import type { BenchReport, MemoryCourse, PeerResult, Throughput, TimeSpread } from './bench.types.js';

/** The report as aligned text for a terminal. */
export function benchTable(report: BenchReport): string {
  const { machine, engine, floor } = report;
  return [
    `${engine.pack} with ${engine.detector} on ${engine.engine}; ${report.photos} photos${report.size === null ? '' : ` at ${report.size}`}, ${report.captured} faces captured; ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}; ${report.date}`,
    `start of the engine: ${report.startMs} ms; ${idleText(report)}`,
    '',
    alignRows([
      ['stage, one thread', 'p50 ms', 'p95 ms', 'best ms', 'n'],
      ...Object.entries(report.stages).map(([stage, spread]) => [stage, ...spreadCells(spread)]),
    ]),
    '',
    alignRows([
      ['workers', 'threads', 'photos/s', 'photos', 'event loop p50 ms', 'p99 ms', 'max ms'],
      ...report.throughput.map(throughputRow),
    ]),
    '',
    `floor: ${floor.clockGHz.toFixed(2)} GHz × ${floor.flopPerCycle} FLOP/cycle (${floor.source})`,
    alignRows([
      ['net, one thread', 'input', 'MMAC', 'floor ms', 'best ms', 'efficiency'],
      ...report.nets.map((net) => [
        net.modelId,
        net.inputShape.join('×'),
        net.megaMacs.toFixed(1),
        net.floorMs.toFixed(2),
        net.bestMs.toFixed(2),
        `${(100 * net.efficiency).toFixed(0)} %`,
      ]),
    ]),
    '',
    alignRows([
      ['peer, same photos', 'p50 ms', 'p95 ms', 'best ms', 'faces', 'times as long'],
      ...report.peers.map(peerRow),
    ]),
    ...memoryLines(report.memory),
    '',
  ].join('\n');
}

function idleText({ idleMiB }: BenchReport): string {
  return idleMiB === null
    ? 'this system does not tell the memory of a child process'
    : `an idle child process has ${idleMiB.toFixed(0)} MiB`;
}

/** The delay of the event loop is that of the calling process. */
function throughputRow({ workers, threads, photosPerSecond, photos, loopDelay }: Throughput): string[] {
  const { p50Ms, p99Ms, maxMs } = loopDelay;
  const delays = [p50Ms, p99Ms, maxMs].map((milliseconds) => milliseconds.toFixed(1));
  return [String(workers), String(threads), photosPerSecond.toFixed(1), String(photos), ...delays];
}

function memoryLines(memory: MemoryCourse | null): string[] {
  if (memory === null) return [];
  const { photos, idleMiB, samples, slopeMiBPerThousand, isSameProcess } = memory;
  const last = samples.at(-1)?.residentMiB ?? Number.NaN;
  return [
    '',
    `memory of one child process: ${idleMiB.toFixed(0)} MiB idle, ${last.toFixed(0)} MiB after ${photos} photos, ` +
      `slope ${slopeMiBPerThousand.toFixed(2)} MiB per 1,000 photos${isSameProcess ? '' : ' (the process was replaced!)'}`,
  ];
}

function spreadCells({ p50Ms, p95Ms, bestMs, n }: TimeSpread): string[] {
  return [p50Ms.toFixed(2), p95Ms.toFixed(2), bestMs.toFixed(2), String(n)];
}

function peerRow(peer: PeerResult): string[] {
  if (peer.outcome === 'SKIPPED') return [peer.name, `skipped: ${peer.reason}`];
  const [p50, p95, best] = spreadCells(peer.whole);
  return [
    `${peer.name} ${peer.version}`,
    p50 ?? '',
    p95 ?? '',
    best ?? '',
    String(peer.facesFound),
    `${peer.ratio.toFixed(1)} ×`,
  ];
}
