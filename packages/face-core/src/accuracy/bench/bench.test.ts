import { describe, expect, it } from 'vitest';
import { benchTable } from './bench-table.js';
import { slopePerThousand } from './measure-memory.js';
import { floorMsOf } from './net-efficiency.js';
import { sumMacs } from './profile-macs.js';
import { throughputMatrix } from './throughput-matrix.js';
import { timeSpread } from './time-spread.js';

describe('multiply-accumulates of a profile', () => {
  const event = (op_name: string, inputs: number[][], output: number[]) => ({
    args: {
      op_name,
      input_type_shape: inputs.map((float) => ({ float })),
      output_type_shape: [{ float: output }],
    },
  });

  it('a convolution takes one product a weight for each output value', () => {
    // 3×3 over 3 channels to 64 at 56×56, as the first layer of MobileFaceNet: 64·56·56·27.
    expect(sumMacs([event('Conv', [[1, 3, 112, 112], [64, 3, 3, 3], [64]], [1, 64, 56, 56])])).toBe(5_419_008);
  });

  it('a depthwise convolution takes only its own channel', () => {
    expect(
      sumMacs([
        event(
          'Conv',
          [
            [1, 64, 56, 56],
            [64, 1, 3, 3],
          ],
          [1, 64, 56, 56],
        ),
      ]),
    ).toBe(64 * 56 * 56 * 9);
  });

  it('a matrix product takes the inner size, and other nodes nothing', () => {
    const events = [
      event(
        'Gemm',
        [
          [2, 512],
          [512, 192],
        ],
        [2, 192],
      ),
      event('Relu', [[1, 9]], [1, 9]),
      {},
    ];
    expect(sumMacs(events)).toBe(2 * 192 * 512);
  });
});

it('the floor of 234 million multiply-accumulates at 32 operations a cycle and 2.25 GHz is 6.5 ms', () => {
  expect(floorMsOf(234, { clockGHz: 2.25, flopPerCycle: 32 })).toBeCloseTo(6.5, 10);
});

describe('the slope of memory', () => {
  it('is flat for constant memory and tells the growth for a thousand photos', () => {
    const samples = (grow: number) => [1, 2, 3, 4].map((i) => ({ photos: i * 500, residentMiB: 200 + grow * i }));
    expect(slopePerThousand(samples(0))).toBe(0);
    expect(slopePerThousand(samples(5))).toBeCloseTo(10, 9);
    expect(slopePerThousand([])).toBeNaN();
  });
});

describe('the spread of times', () => {
  it('has the median, the 95th percentile and the best', () => {
    const times = Array.from({ length: 101 }, (_, i) => 101 - i);
    expect(timeSpread(times)).toEqual({ n: 101, p50Ms: 51, p95Ms: 96, bestMs: 1 });
    expect(() => timeSpread([])).toThrow(RangeError);
  });
});

describe('what the throughput is measured with', () => {
  it('on two cores one and two workers, each with one thread and two', () => {
    expect(throughputMatrix(2)).toEqual([
      { workers: 1, threads: 1 },
      { workers: 1, threads: 2 },
      { workers: 2, threads: 1 },
      { workers: 2, threads: 2 },
    ]);
  });

  it('the default of all cores but one and one for each core are always among them, nothing twice', () => {
    const workers = (cores: number) => [...new Set(throughputMatrix(cores).map((shape) => shape.workers))];
    expect(workers(8)).toEqual([1, 2, 7, 8]);
    expect(workers(3)).toEqual([1, 2, 3]);
    expect(throughputMatrix(1)).toHaveLength(4);
  });
});

it('the table for a terminal has the size, idle memory, workers × threads with the event loop, and the efficiency', () => {
  const text = benchTable({
    schemaVersion: 1,
    kind: 'face-bench',
    date: '2026-11-27',
    command: 'rollcall face bench',
    machine: { cpu: 'A core', cores: 2, memoryGiB: 4, node: 'v20', platform: 'linux' },
    engine: { engine: 'onnx', detector: 'mtcnn', pack: 'mobilefacenet-192', modelId: 'mobilefacenet-192' },
    photos: 3,
    size: '640x480',
    captured: 2,
    idleMiB: 150.4,
    startMs: 900,
    stages: { whole: { n: 3, p50Ms: 40, p95Ms: 50, bestMs: 30 } },
    throughput: [
      {
        workers: 2,
        threads: 1,
        photos: 60,
        seconds: 1.5,
        photosPerSecond: 40,
        loopDelay: { p50Ms: 0.14, p99Ms: 2.5, maxMs: 9 },
      },
    ],
    floor: { clockGHz: 2.26, flopPerCycle: 32, source: 'estimated' },
    nets: [{ modelId: 'a-net', inputShape: [1, 3], megaMacs: 10, floorMs: 1, bestMs: 2, efficiency: 0.5 }],
    peers: [],
    memory: null,
  });
  const lines = text.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' '));
  expect(lines[0]).toContain('3 photos at 640x480, 2 faces captured');
  expect(lines[1]).toBe('start of the engine: 900 ms; an idle child process has 150 MiB');
  expect(lines).toContain('2 1 40.0 60 0.1 2.5 9.0');
  expect(lines).toContain('floor: 2.26 GHz × 32 FLOP/cycle (estimated)');
  expect(lines).toContain('a-net 1×3 10.0 1.00 2.00 50 %');
});
