import { OnnxGraph } from '../onnx/onnx-graph.js';
import { at, convolution, foldNormalisation, type Kernel, kernelFromHwio, prelu } from './layers.js';
import type { NamedTensor, WeightLookup } from './tfjs-weights.js';

/**
 * MTCNN: Zhang, Zhang, Li, Qiao, "Joint Face Detection and Alignment using Multi-task Cascaded Convolutional Networks", 2016.
 * The nets were trained on transposed images, so rows and columns of every kernel change places and the graphs take
 * upright images. All three take RGB pixels 0–255 as [N,3,H,W]; the normalisation (x - 127.5) / 128 is part of the
 * first convolution. The two-way softmax of the score is written as the sigmoid of the difference of its logits.
 */
const MEAN = [127.5, 127.5, 127.5];
const SCALE = 1 / 128;

/**
 * P-Net: pixels [N,3,H,W] (H, W ≥ 12) → score [N,1,h,w] and region [N,4,h,w], with h = ceil((H - 2) / 2) - 4.
 * Cell (x, y) looks at the 12×12 square whose corner is (2x, 2y); region is left, top, right, bottom as fractions of it.
 */
export function convertPnet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('mtcnn-pnet');
  const pixels = graph.input('pixels', ['N', 3, 'H', 'W']);
  let x = prelu(graph, convolution(graph, pixels, firstKernel(weight, 'pnet')), weight('pnet/prelu1_alpha').data, 4);
  x = maxPool(graph, x, 2, true);
  x = prelu(graph, convolution(graph, x, kernel(weight, 'pnet/conv2')), weight('pnet/prelu2_alpha').data, 4);
  x = prelu(graph, convolution(graph, x, kernel(weight, 'pnet/conv3')), weight('pnet/prelu3_alpha').data, 4);
  const stacked = stackHeads(weight, ['pnet/conv4_1', 'pnet/conv4_2']);
  const heads = convolution(graph, x, kernelFromHwio(stacked, stacked.bias));
  graph.output('score', graph.node('Sigmoid', [channels(graph, heads, 0, 1)]), ['N', 1, 'h', 'w']);
  graph.output('region', channels(graph, heads, 1, 5), ['N', 4, 'h', 'w']);
  return graph.finish();
}

/** R-Net: pixels [N,3,24,24] → score [N,1] and region [N,4] (left, top, right, bottom as fractions of the square). */
export function convertRnet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('mtcnn-rnet');
  const x = trunk(graph, graph.input('pixels', ['N', 3, 24, 24]), weight, 'rnet');
  const features = dense(graph, x, weight, 'rnet/fc1', 'rnet/prelu4_alpha');
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
  let x = trunk(graph, graph.input('pixels', ['N', 3, 48, 48]), weight, 'onet');
  x = maxPool(graph, x, 2, true);
  x = prelu(graph, convolution(graph, x, kernel(weight, 'onet/conv4')), weight('onet/prelu4_alpha').data, 4);
  const features = dense(graph, x, weight, 'onet/fc1', 'onet/prelu5_alpha');
  const heads = gemm(graph, features, stackHeads(weight, ['onet/fc2_1', 'onet/fc2_2', 'onet/fc2_3']));
  graph.output('score', graph.node('Sigmoid', [channels(graph, heads, 0, 1)]), ['N', 1]);
  graph.output('region', channels(graph, heads, 1, 5), ['N', 4]);
  graph.output('points', channels(graph, heads, 5, 15), ['N', 10]);
  return graph.finish();
}

function trunk(graph: OnnxGraph, pixels: string, weight: WeightLookup, net: string): string {
  let x = prelu(graph, convolution(graph, pixels, firstKernel(weight, net)), weight(`${net}/prelu1_alpha`).data, 4);
  x = maxPool(graph, x, 3, true);
  x = prelu(graph, convolution(graph, x, kernel(weight, `${net}/conv2`)), weight(`${net}/prelu2_alpha`).data, 4);
  x = maxPool(graph, x, 3, false);
  return prelu(graph, convolution(graph, x, kernel(weight, `${net}/conv3`)), weight(`${net}/prelu3_alpha`).data, 4);
}

function kernel(weight: WeightLookup, layer: string): Kernel {
  return kernelFromHwio(weight(`${layer}/weights`), weight(`${layer}/bias`).data, true);
}

function firstKernel(weight: WeightLookup, net: string): Kernel {
  return foldNormalisation(kernel(weight, `${net}/conv1`), MEAN, SCALE);
}

function maxPool(graph: OnnxGraph, input: string, size: number, isSame: boolean): string {
  return graph.node('MaxPool', [input], {
    kernel_shape: { ints: [size, size] },
    strides: { ints: [2, 2] },
    auto_pad: { string: isSame ? 'SAME_UPPER' : 'VALID' },
  });
}

function channels(graph: OnnxGraph, input: string, from: number, to: number): string {
  return graph.node('Slice', [input, graph.integers([from]), graph.integers([to]), graph.integers([1])]);
}

/** Flattens [N,C,3,3] and runs the first dense layer, whose rows count column, row, channel (transposed training). */
function dense(graph: OnnxGraph, input: string, weight: WeightLookup, layer: string, slopes: string): string {
  const { shape, data } = weight(`${layer}/weights`);
  const [rows = 0, outputs = 0] = shape;
  const size = 3;
  const channelCount = rows / (size * size);
  const weights = new Float32Array(data.length);
  for (let row = 0; row < rows; row += 1) {
    const [channel, y, x] = [Math.floor(row / 9), Math.floor(row / size) % size, row % size];
    const from = ((x * size + y) * channelCount + channel) * outputs;
    weights.set(data.subarray(from, from + outputs), row * outputs);
  }
  const flat = graph.node('Flatten', [input], { axis: { int: 1 } });
  const bias = weight(`${layer}/bias`).data;
  return prelu(graph, gemm(graph, flat, { shape: [1, 1, rows, outputs], data: weights, bias }), weight(slopes).data, 2);
}

interface LinearLayer extends NamedTensor {
  readonly bias: Float32Array;
}

/** Puts the heads side by side as one layer; the first, a pair of logits, becomes the logit of "face". */
function stackHeads(weight: WeightLookup, layers: readonly string[]): LinearLayer {
  const parts = layers.map((layer, index) => {
    const part = { columns: split(weight(`${layer}/weights`)), bias: [...weight(`${layer}/bias`).data] };
    return index === 0 ? logitDifference(part) : part;
  });
  const columns = parts.flatMap((part) => part.columns);
  const inputs = columns[0]?.length ?? 0;
  const data = new Float32Array(inputs * columns.length);
  columns.forEach((column, output) => {
    column.forEach((value, input) => {
      data[input * columns.length + output] = value;
    });
  });
  const bias = Float32Array.from(parts.flatMap((part) => part.bias));
  return { shape: [1, 1, inputs, columns.length], data, bias };
}

interface Head {
  readonly columns: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

function logitDifference({ columns, bias }: Head): Head {
  const [other = [], face = []] = columns;
  return { columns: [face.map((value, index) => value - at(other, index))], bias: [at(bias, 1) - at(bias, 0)] };
}

/** [.., inputs, outputs] as one array of `inputs` values for every output. */
function split({ shape, data }: NamedTensor): number[][] {
  const outputs = at(shape, shape.length - 1);
  const inputs = at(shape, shape.length - 2);
  return Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: inputs }, (_, input) => at(data, input * outputs + output)),
  );
}

function gemm(graph: OnnxGraph, input: string, { shape, data, bias }: LinearLayer): string {
  const outputs = at(shape, 3);
  return graph.node('Gemm', [input, graph.floats([at(shape, 2), outputs], data), graph.floats([outputs], bias)]);
}
