import { OnnxGraph } from '../onnx/onnx-graph.js';
import { at, convolution, foldNormalisation, foldScale, type Kernel, kernelFromHwio, NO_PADS } from './layers.js';
import type { WeightLookup } from './tfjs-weights.js';

/** Mean of red, green and blue that face-api takes from every pixel before it divides by 255. */
const MEAN = [122.782, 117.001, 104.298];
const SAME_3X3 = [1, 1, 1, 1] as const;

/** Residual blocks between the stem and the average; `down` halves the size, `pad` widens the branch back to the pooled size. */
const BLOCKS = [
  ['conv32_1', 'same'],
  ['conv32_2', 'same'],
  ['conv32_3', 'same'],
  ['conv64_down', 'down'],
  ['conv64_1', 'same'],
  ['conv64_2', 'same'],
  ['conv64_3', 'same'],
  ['conv128_down', 'down'],
  ['conv128_1', 'same'],
  ['conv128_2', 'same'],
  ['conv256_down', 'down-and-pad'],
  ['conv256_1', 'same'],
  ['conv256_2', 'same'],
  ['conv256_down_out', 'down-and-pad'],
] as const;

/**
 * The 128-d face recognition net of dlib and face-api (a ResNet with 29 convolutions; He, Zhang, Ren, Sun, "Deep
 * Residual Learning", 2016): RGB pixels 0–255 [N,3,150,150] → embedding [N,128], not of unit length.
 * Normalisation, batch-norm scale and bias are folded into the convolutions.
 */
export function convertFaceRecognitionNet(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('faceapi-128');
  const pixels = graph.input('pixels', ['N', 3, 150, 150]);
  const stem = scaledKernel(weight, 'conv32_down', (kernel) => foldNormalisation(kernel, MEAN, 1 / 255));
  let x = graph.node('Relu', [convolution(graph, pixels, stem, { stride: 2 })]);
  x = graph.node('MaxPool', [x], { kernel_shape: { ints: [3, 3] }, strides: { ints: [2, 2] } });
  for (const [name, kind] of BLOCKS) {
    const block = { first: scaledKernel(weight, `${name}/conv1`), second: scaledKernel(weight, `${name}/conv2`) };
    x = kind === 'same' ? residual(graph, x, block) : residualDown(graph, x, block, kind === 'down-and-pad');
  }
  const average = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])], { axis: { int: 1 } });
  const { shape, data } = weight('fc');
  graph.output('embedding', graph.node('Gemm', [average, graph.floats(shape, data)]), ['N', 128]);
  return graph.finish();
}

interface Block {
  readonly first: Kernel;
  readonly second: Kernel;
}

function scaledKernel(weight: WeightLookup, layer: string, adjust = (kernel: Kernel) => kernel): Kernel {
  const kernel = kernelFromHwio(weight(`${layer}/conv/filters`), weight(`${layer}/conv/bias`).data);
  return foldScale(adjust(kernel), weight(`${layer}/scale/weights`).data, weight(`${layer}/scale/biases`).data);
}

function residual(graph: OnnxGraph, input: string, { first, second }: Block): string {
  const inner = graph.node('Relu', [convolution(graph, input, first, { pads: SAME_3X3 })]);
  const outer = convolution(graph, inner, second, { pads: SAME_3X3 });
  return graph.node('Relu', [graph.node('Add', [outer, input])]);
}

/**
 * The shortcut is a 2×2 average whose missing channels are zero, so only the first channels of the second convolution
 * have something added. Computing the two halves apart and joining them spares building the zeros. Where the valid
 * 3×3 convolution comes out one row and column smaller than the average, zeros are added below and to the right.
 */
function residualDown(graph: OnnxGraph, input: string, { first, second }: Block, isPadded: boolean): string {
  const pooled = graph.node('AveragePool', [input], { kernel_shape: { ints: [2, 2] }, strides: { ints: [2, 2] } });
  const inner = graph.node('Relu', [convolution(graph, input, first, { stride: 2, pads: NO_PADS })]);
  const widen = (x: string) => (isPadded ? graph.node('Pad', [x, graph.integers([0, 0, 0, 0, 0, 0, 1, 1])]) : x);
  const shortcutChannels = at(first.shape, 1);
  const lower = widen(convolution(graph, inner, outputs(second, 0, shortcutChannels), { pads: SAME_3X3 }));
  const sum = graph.node('Relu', [graph.node('Add', [lower, pooled])]);
  if (second.shape[0] === shortcutChannels) return sum;
  const upper = convolution(graph, inner, outputs(second, shortcutChannels, second.shape[0]), { pads: SAME_3X3 });
  return graph.node('Concat', [sum, widen(graph.node('Relu', [upper]))], { axis: { int: 1 } });
}

/** The part of a convolution that makes the output channels `from` to `to` (exclusive). */
function outputs({ shape, weights, bias }: Kernel, from: number, to: number): Kernel {
  const size = shape[1] * shape[2] * shape[3];
  return {
    shape: [to - from, shape[1], shape[2], shape[3]],
    weights: weights.subarray(from * size, to * size),
    bias: bias.subarray(from, to),
  };
}
