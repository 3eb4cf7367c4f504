import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { at, convolution, type Kernel, kernelFromHwio, type Pads } from './layers.js';
import type { NamedTensor } from './tfjs-weights.js';

/** A 3×3 convolution that keeps the size. */
export const SAME_3X3: Pads = [1, 1, 1, 1];
/** TensorFlow's "same" for a 3×3 convolution that halves an even size: the odd row and column come last. */
export const SAME_3X3_HALVING: Pads = [0, 0, 1, 1];

/** TensorFlow's [row, column, channel, 1] as an ONNX kernel with one group a channel, without a bias. */
export function depthwiseKernel(filters: NamedTensor): Kernel {
  const channels = at(filters.shape, 2);
  const { weights, shape } = kernelFromHwio(filters, new Float32Array(channels));
  return { shape: [channels, 1, shape[2], shape[3]], weights, bias: new Float32Array(channels) };
}

export interface SeparableLayer {
  readonly depthwise: NamedTensor;
  readonly pointwise: NamedTensor;
  readonly bias: Float32Array;
}

/** A 3×3 depthwise convolution and a 1×1 convolution with bias; nothing between them (Chollet, "Xception", 2017). */
export function separable(graph: OnnxGraph, input: string, layer: SeparableLayer, stride: 1 | 2 = 1): string {
  const depthwise = depthwiseKernel(layer.depthwise);
  const pads = stride === 1 ? SAME_3X3 : SAME_3X3_HALVING;
  const inner = convolution(graph, input, depthwise, { stride, pads, group: depthwise.shape[0] });
  return convolution(graph, inner, kernelFromHwio(layer.pointwise, layer.bias));
}

/**
 * (pixel - mean) · scale as nodes of their own, for nets whose first convolution adds zeros around the normalised image:
 * there it cannot be folded into the weights.
 */
export function normalise(graph: OnnxGraph, pixels: string, mean: readonly number[], scale: number): string {
  const centred = graph.node('Sub', [pixels, graph.floats([1, mean.length, 1, 1], Float32Array.from(mean))]);
  return graph.node('Mul', [centred, graph.floats([], Float32Array.of(scale))]);
}
