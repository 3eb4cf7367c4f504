import { OnnxGraph } from '../onnx/onnx-graph.js';
import { columns, cornersOf, flattenRows, mapToRows, type Pairs, pairs } from './detection-heads.js';
import { at, convolution, foldScale, type Kernel, kernelFromHwio, type Pads } from './layers.js';
import { depthwiseKernel, normalise, SAME_3X3, SAME_3X3_HALVING } from './separable.js';
import type { NamedTensor, WeightLookup } from './tfjs-weights.js';

const SIDE = 512;
const PLACES = 5118;
/** Depthwise layers of MobileNet that halve the map; the one with this number feeds the finest predictor. */
const HALVING_LAYERS = [2, 4, 6, 12];
const LAYERS = 13;
const FINE_LAYER = 11;
/** Further layers of the detector, pairwise 1×1 and halving 3×3. */
const EXTRA_LAYERS = 8;
const BATCH_NORM_EPSILON = 0.001;
/** Scales of the box encoding of SSD: offsets of the middle, logarithms of the size. */
const MIDDLE_SCALE = 1 / 10;
const SIZE_SCALE = 1 / 5;
const NO_PADDING: Pads = [0, 0, 0, 0];

/**
 * face-api's SSD MobileNet v1 (Liu et al., "SSD: Single Shot MultiBox Detector", 2016; Howard et al., "MobileNets", 2017):
 * RGB pixels 0–255 [N,3,512,512] → scores [N,5118] (0 to 1) and boxes [N,5118,4] (left, top, right, bottom as fractions
 * of the square). Batch norm is folded into the convolutions, decoding of the boxes is part of the graph.
 */
export function convertSsdMobilenetV1(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('ssd-mobilenet-v1');
  const pixels = graph.input('pixels', ['N', 3, SIDE, SIDE]);
  let x = normalise(graph, pixels, [127.5, 127.5, 127.5], 1 / 127.5);
  x = pointwise(graph, x, weight, 'MobilenetV1/Conv2d_0_pointwise', 2);
  let fine = x;
  for (let layer = 1; layer <= LAYERS; layer += 1) {
    const name = `MobilenetV1/Conv2d_${layer}`;
    x = depthwise(graph, x, weight, `${name}_depthwise`, HALVING_LAYERS.includes(layer) ? 2 : 1);
    x = pointwise(graph, x, weight, `${name}_pointwise`, 1);
    if (layer === FINE_LAYER) fine = x;
  }
  const maps = [fine, x];
  for (let layer = 0; layer < EXTRA_LAYERS; layer += 1) {
    const isHalving = layer % 2 === 1;
    x = pointwise(graph, x, weight, `Prediction/Conv2d_${layer}_pointwise`, isHalving ? 2 : 1);
    if (isHalving) maps.push(x);
  }
  const predict = (kind: string, size: number): string => {
    const rows = maps.map((map, index) => {
      const name = `Prediction/BoxPredictor_${index}/${kind}`;
      const kernel = kernelFromHwio(weight(`${name}/weights`), weight(`${name}/biases`).data);
      return mapToRows(graph, convolution(graph, map, kernel), size);
    });
    return graph.node('Concat', rows, { axis: { int: 1 } });
  };
  const scores = graph.node('Sigmoid', [columns(graph, predict('ClassPredictor', 3), 1, 2)]);
  graph.output('scores', flattenRows(graph, scores), ['N', PLACES]);
  graph.output('boxes', decode(graph, predict('BoxEncodingPredictor', 4), weight('Output/extra_dim')), [
    'N',
    PLACES,
    4,
  ]);
  return graph.finish();
}

/** The net's boxes come as offsets y, x and logarithms of height, width against its anchors (top, left, bottom, right). */
function decode(graph: OnnxGraph, encoded: string, anchors: NamedTensor): string {
  const middles: Pairs = { count: PLACES, values: new Float32Array(PLACES * 2) };
  const sizes: Pairs = { count: PLACES, values: new Float32Array(PLACES * 2) };
  for (let place = 0; place < PLACES; place += 1) {
    for (const axis of [0, 1]) {
      const low = at(anchors.data, place * 4 + 1 - axis);
      const high = at(anchors.data, place * 4 + 3 - axis);
      sizes.values[place * 2 + axis] = high - low;
      middles.values[place * 2 + axis] = (low + high) / 2;
    }
  }
  const swapped = graph.node('Gather', [encoded, graph.integers([1, 0, 3, 2])], { axis: { int: 2 } });
  const size = pairs(graph, sizes);
  const offset = graph.node('Mul', [columns(graph, swapped, 0, 2), scalar(graph, MIDDLE_SCALE)]);
  const middle = graph.node('Add', [graph.node('Mul', [offset, size]), pairs(graph, middles)]);
  const growth = graph.node('Exp', [graph.node('Mul', [columns(graph, swapped, 2, 4), scalar(graph, SIZE_SCALE)])]);
  const half = graph.node('Mul', [graph.node('Mul', [growth, size]), scalar(graph, 0.5)]);
  return cornersOf(graph, middle, half);
}

function pointwise(graph: OnnxGraph, input: string, weight: WeightLookup, name: string, stride: 1 | 2): string {
  const kernel = kernelFromHwio(weight(`${name}/weights`), weight(`${name}/convolution_bn_offset`).data);
  return relu6(graph, convolution(graph, input, kernel, { stride, pads: padsOf(kernel, stride) }));
}

function depthwise(graph: OnnxGraph, input: string, weight: WeightLookup, name: string, stride: 1 | 2): string {
  const norm = (part: string) => weight(`${name}/BatchNorm/${part}`).data;
  const variance = norm('moving_variance');
  const scale = norm('gamma').map((gamma, index) => gamma / Math.sqrt(at(variance, index) + BATCH_NORM_EPSILON));
  const mean = norm('moving_mean');
  const offset = norm('beta').map((beta, index) => beta - at(mean, index) * at(scale, index));
  const kernel = foldScale(depthwiseKernel(weight(`${name}/depthwise_weights`)), scale, offset);
  const options = { stride, pads: padsOf(kernel, stride), group: kernel.shape[0] };
  return relu6(graph, convolution(graph, input, kernel, options));
}

function padsOf({ shape }: Kernel, stride: 1 | 2): Pads {
  if (shape[2] === 1) return NO_PADDING;
  return stride === 1 ? SAME_3X3 : SAME_3X3_HALVING;
}

function relu6(graph: OnnxGraph, input: string): string {
  return graph.node('Clip', [input, scalar(graph, 0), scalar(graph, 6)]);
}

function scalar(graph: OnnxGraph, value: number): string {
  return graph.floats([], Float32Array.of(value));
}
