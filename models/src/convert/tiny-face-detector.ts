import { OnnxGraph } from '../onnx/onnx-graph.js';
import { columns, cornersOf, flattenRows, mapToRows, type Pairs, pairs } from './detection-heads.js';
import { convolution, foldNormalisation, kernelFromHwio } from './layers.js';
import { separable } from './separable.js';
import type { WeightLookup } from './tfjs-weights.js';

const SIDE = 416;
/** Cells in a row of the last map. */
const CELLS = 13;
/** Width and height of the five prior boxes of a cell, in cells: constants of face-api's tiny face detector. */
const PRIORS = [
  [1.603231, 2.094468],
  [6.041143, 7.080126],
  [2.882459, 3.518061],
  [4.266906, 5.178857],
  [9.041765, 10.66308],
] as const;
const PLACES = CELLS * CELLS * PRIORS.length;
const MEAN = [117.001, 114.697, 97.404];
const SEPARABLE_LAYERS = 5;
const LEAK = 0.1;

/**
 * face-api's tiny face detector (after Redmon, Farhadi, "YOLO9000", 2017, with separable convolutions): RGB pixels 0–255
 * [N,3,416,416] → scores [N,845] (0 to 1) and boxes [N,845,4] (left, top, right, bottom as fractions of the square).
 */
export function convertTinyFaceDetector(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('tiny-face-detector');
  const pixels = graph.input('pixels', ['N', 3, SIDE, SIDE]);
  const first = kernelFromHwio(weight('conv0/filters'), weight('conv0/bias').data);
  let x = leaky(graph, convolution(graph, pixels, foldNormalisation(first, MEAN, 1 / 255)));
  for (let layer = 1; layer <= SEPARABLE_LAYERS; layer += 1) {
    const parts = {
      depthwise: weight(`conv${layer}/depthwise_filter`),
      pointwise: weight(`conv${layer}/pointwise_filter`),
      bias: weight(`conv${layer}/bias`).data,
    };
    x = leaky(graph, separable(graph, maxPool(graph, x, 2), parts));
  }
  const last = kernelFromHwio(weight('conv8/filters'), weight('conv8/bias').data);
  const rows = mapToRows(graph, convolution(graph, maxPool(graph, x, 1), last), 5);
  const scores = graph.node('Sigmoid', [columns(graph, rows, 4, 5)]);
  graph.output('scores', flattenRows(graph, scores), ['N', PLACES]);
  graph.output('boxes', decode(graph, rows), ['N', PLACES, 4]);
  return graph.finish();
}

/** Middle: sigmoid inside the cell. Size: exponential times the prior box. Both as fractions of the square. */
function decode(graph: OnnxGraph, rows: string): string {
  const corners: Pairs = { count: PLACES, values: new Float32Array(PLACES * 2) };
  const halves: Pairs = { count: PLACES, values: new Float32Array(PLACES * 2) };
  for (let place = 0; place < PLACES; place += 1) {
    const cell = Math.floor(place / PRIORS.length);
    const prior = PRIORS[place % PRIORS.length] ?? PRIORS[0];
    corners.values.set([(cell % CELLS) / CELLS, Math.floor(cell / CELLS) / CELLS], place * 2);
    halves.values.set([prior[0] / CELLS / 2, prior[1] / CELLS / 2], place * 2);
  }
  const inside = graph.node('Mul', [
    graph.node('Sigmoid', [columns(graph, rows, 0, 2)]),
    graph.floats([], Float32Array.of(1 / CELLS)),
  ]);
  const middle = graph.node('Add', [inside, pairs(graph, corners)]);
  const half = graph.node('Mul', [graph.node('Exp', [columns(graph, rows, 2, 4)]), pairs(graph, halves)]);
  return cornersOf(graph, middle, half);
}

function leaky(graph: OnnxGraph, input: string): string {
  return graph.node('LeakyRelu', [input], { alpha: { float: LEAK } });
}

function maxPool(graph: OnnxGraph, input: string, stride: 1 | 2): string {
  return graph.node('MaxPool', [input], {
    kernel_shape: { ints: [2, 2] },
    strides: { ints: [stride, stride] },
    auto_pad: { string: 'SAME_UPPER' },
  });
}
