import { OnnxGraph } from '../onnx/onnx-graph.js';
import { convolutionPrelu } from './convolution-prelu.js';
import { convolution, foldNormalisation, type Kernel, kernelFromHwio, preluOperator } from './layers.js';
import { fromTransposedMap, gemm, stackHeads } from './linear-layer.js';
import type { WeightLookup } from './tfjs-weights.js';
import { widenedChannels, widenKernel, widenValues } from './widen-channels.js';

/**
 * MTCNN: Zhang, Zhang, Li, Qiao, "Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks", 2016.
 * The nets were trained on transposed images, so rows and columns of every kernel change places and the graphs take
 * upright images. All three take RGB pixels 0–255 as [N,3,H,W]; the normalisation (x - 127.5) / 128 is part of the
 * first convolution. The two-way softmax of the score is written as the sigmoid of the difference of its logits.
 */
const MEAN = [127.5, 127.5, 127.5];
const SCALE = 1 / 128;

/** Height and width of the map that the first dense layer of R-Net and O-Net reads. */
const MAP_SIZE = 3;

/**
 * P-Net: pixels [N,3,H,W] (H, W ≥ 12) → score [N,1,h,w] and region [N,4,h,w], with h = ceil((H - 2) / 2) - 4.
 * Cell (x, y) looks at the 12×12 square whose corner is (2x, 2y); region is left, top, right, bottom as fractions of it.
 */
export function convertPnet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('mtcnn-pnet');
  const pixels = graph.input('pixels', ['N', 3, 'H', 'W']);
  const first = convolution(graph, pixels, firstKernel(weight, 'pnet'));
  // Its ten channels stay ten: sixteen make the next convolution faster and this one as much slower.
  let x = preluOperator(graph, first, weight('pnet/prelu1_alpha').data, 4);
  x = maxPool(graph, x, 2, 'SAME_UPPER');
  x = layer(graph, x, weight, 'pnet', 2);
  x = layer(graph, x, weight, 'pnet', 3);
  const stacked = stackHeads(weight, ['pnet/conv4_1', 'pnet/conv4_2']);
  const heads = convolution(graph, x, kernelFromHwio(stacked, stacked.bias));
  graph.output('score', graph.node('Sigmoid', [channels(graph, heads, 0, 1)]), ['N', 1, 'h', 'w']);
  graph.output('region', channels(graph, heads, 1, 5), ['N', 4, 'h', 'w']);
  return graph.finish();
}

/** R-Net: pixels [N,3,24,24] → score [N,1] and region [N,4] (left, top, right, bottom as fractions of the square). */
export function convertRnet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('mtcnn-rnet');
  const map = trunk(graph, graph.input('pixels', ['N', 3, 24, 24]), weight, 'rnet');
  const features = dense(graph, map, weight, 'rnet', 4);
  const heads = gemm(graph, features, stackHeads(weight, ['rnet/fc2_1', 'rnet/fc2_2']));
  graph.output('score', graph.node('Sigmoid', [channels(graph, heads, 0, 1)]), ['N', 1]);
  graph.output('region', channels(graph, heads, 1, 5), ['N', 4]);
  return graph.finish();
}

/**
 * O-Net: pixels [N,3,48,48] → score [N,1], region [N,4] (as R-Net) and points [N,10]: five x, then five y, as fractions
 * of the square; right eye (left in the image), left eye, nose, right and left corner of the mouth.
 */
export function convertOnet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('mtcnn-onet');
  let map = trunk(graph, graph.input('pixels', ['N', 3, 48, 48]), weight, 'onet');
  map = layer(graph, maxPool(graph, map, 2, 'SAME_UPPER'), weight, 'onet', 4);
  const features = dense(graph, map, weight, 'onet', 5);
  const heads = gemm(graph, features, stackHeads(weight, ['onet/fc2_1', 'onet/fc2_2', 'onet/fc2_3']));
  graph.output('score', graph.node('Sigmoid', [channels(graph, heads, 0, 1)]), ['N', 1]);
  graph.output('region', channels(graph, heads, 1, 5), ['N', 4]);
  graph.output('points', channels(graph, heads, 5, 15), ['N', 10]);
  return graph.finish();
}

type Net = 'pnet' | 'rnet' | 'onet';

/** The three convolutions that R-Net and O-Net begin with. */
function trunk(graph: OnnxGraph, pixels: string, weight: WeightLookup, net: Net): string {
  const slopes = weight(`${net}/prelu1_alpha`).data;
  const channels = widenedChannels(slopes.length);
  const first = widenKernel(firstKernel(weight, net), channels, 3);
  let x = convolutionPrelu(graph, pixels, first, widenValues(slopes, channels));
  x = layer(graph, maxPool(graph, x, 3, 'SAME_UPPER'), weight, net, 2, channels);
  x = layer(graph, maxPool(graph, x, 3, 'VALID'), weight, net, 3);
  return x;
}

/** @param inputs channels of the map, if it was given more than the net has */
function layer(
  graph: OnnxGraph,
  input: string,
  weight: WeightLookup,
  net: Net,
  number: number,
  inputs?: number,
): string {
  const own = kernel(weight, `${net}/conv${number}`);
  const widened = inputs === undefined ? own : widenKernel(own, own.shape[0], inputs);
  return convolutionPrelu(graph, input, widened, weight(`${net}/prelu${number}_alpha`).data);
}

function dense(graph: OnnxGraph, map: string, weight: WeightLookup, net: Net, number: number): string {
  const linear = fromTransposedMap(weight(`${net}/fc1/weights`), weight(`${net}/fc1/bias`).data, MAP_SIZE);
  const output = gemm(graph, graph.node('Flatten', [map], { axis: { int: 1 } }), linear);
  return preluOperator(graph, output, weight(`${net}/prelu${number}_alpha`).data, 2);
}

function kernel(weight: WeightLookup, name: string): Kernel {
  return kernelFromHwio(weight(`${name}/weights`), weight(`${name}/bias`).data, true);
}

function firstKernel(weight: WeightLookup, net: Net): Kernel {
  return foldNormalisation(kernel(weight, `${net}/conv1`), MEAN, SCALE);
}

function maxPool(graph: OnnxGraph, input: string, size: number, padding: 'SAME_UPPER' | 'VALID'): string {
  return graph.node('MaxPool', [input], {
    kernel_shape: { ints: [size, size] },
    strides: { ints: [2, 2] },
    auto_pad: { string: padding },
  });
}

/** The channels `from` to `to` (exclusive). */
function channels(graph: OnnxGraph, input: string, from: number, to: number): string {
  return graph.node('Slice', [input, graph.integers([from]), graph.integers([to]), graph.integers([1])]);
}
