import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { type ConvolutionOptions, convolution, foldScale, type Kernel, prelu } from './layers.js';

/** Above 1 the scaling below gives another function; towards 1 its factors grow without limit. */
const MAX_FOLDED_SLOPE = 0.9;

/**
 * A convolution and the PReLU behind it, one slope a channel. With z = (1 - slope) · (convolution), whose factor becomes part
 * of the kernel, it is max(z, 0) + slope / (1 - slope) · z: one pass over the map less than `prelu` needs, which is taken
 * where a slope is too near to 1 or above it.
 */
export function convolutionPrelu(
  graph: OnnxGraph,
  input: string,
  kernel: Kernel,
  slopes: Float32Array,
  options: ConvolutionOptions = {},
): string {
  if (slopes.some((slope) => slope > MAX_FOLDED_SLOPE)) {
    return prelu(graph, convolution(graph, input, kernel, options), slopes);
  }
  const factors = slopes.map((slope) => 1 - slope);
  const scaled = convolution(graph, input, foldScale(kernel, factors, new Float32Array(slopes.length)), options);
  const rest = graph.floats(
    [slopes.length, 1, 1],
    slopes.map((slope) => slope / (1 - slope)),
  );
  return graph.node('Add', [graph.node('Relu', [scaled]), graph.node('Mul', [scaled, rest])]);
}
