import type { OnnxGraph } from '../onnx/onnx-graph.js';

/** Rows of `values`: one pair (x, y) for each place a single-shot detector looks at. */
export interface Pairs {
  readonly count: number;
  readonly values: Float32Array;
}

/** A map [N, k · size, h, w] as rows [N, h · w · k, size], in the order row, column, k. */
export function mapToRows(graph: OnnxGraph, map: string, size: number): string {
  const last = graph.node('Transpose', [map], { perm: { ints: [0, 2, 3, 1] } });
  return graph.node('Reshape', [last, graph.integers([0, -1, size])]);
}

/** The columns `from` to `to` (exclusive) of rows [N, n, size]. */
export function columns(graph: OnnxGraph, rows: string, from: number, to: number): string {
  return graph.node('Slice', [rows, graph.integers([from]), graph.integers([to]), graph.integers([2])]);
}

export function pairs(graph: OnnxGraph, { count, values }: Pairs): string {
  return graph.floats([1, count, 2], values);
}

/** Left, top, right, bottom [N, n, 4] of boxes given by middle and half size [N, n, 2]. */
export function cornersOf(graph: OnnxGraph, middle: string, half: string): string {
  return graph.node('Concat', [graph.node('Sub', [middle, half]), graph.node('Add', [middle, half])], {
    axis: { int: 2 },
  });
}

/** Rows [N, n, 1] as [N, n]. */
export function flattenRows(graph: OnnxGraph, rows: string): string {
  return graph.node('Reshape', [rows, graph.integers([0, -1])]);
}
