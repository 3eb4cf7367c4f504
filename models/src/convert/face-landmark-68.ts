import { OnnxGraph } from '../onnx/onnx-graph.js';
import { convolution, kernelFromHwio } from './layers.js';
import { normalise, SAME_3X3_HALVING, separable } from './separable.js';
import type { WeightLookup } from './tfjs-weights.js';

const SIDE = 112;
const BLOCKS = 4;
const LAYERS = 4;
/** Mean of red, green and blue that face-api takes from every pixel before it divides by 255. */
const MEAN = [122.782, 117.001, 104.298];

/**
 * face-api's net of 68 points, four densely connected blocks (after Huang et al., "Densely Connected Convolutional
 * Networks", 2017): RGB pixels 0–255 [N,3,112,112] → points [N,136], x and y of each in turn, as fractions of the square.
 */
export function convertFaceLandmark68(weight: WeightLookup): Uint8Array {
  const graph = new OnnxGraph('landmark68-faceapi');
  let x = normalise(graph, graph.input('pixels', ['N', 3, SIDE, SIDE]), MEAN, 1 / 255);
  for (let block = 0; block < BLOCKS; block += 1) x = denseBlock(graph, x, weight, block);
  const average = graph.node('Flatten', [graph.node('GlobalAveragePool', [x])], { axis: { int: 1 } });
  const weights = weight('fc/weights');
  const bias = weight('fc/bias');
  const last = [average, graph.floats(weights.shape, weights.data), graph.floats(bias.shape, bias.data)];
  graph.output('points', graph.node('Gemm', last), ['N', 136]);
  return graph.finish();
}

/** The first layer halves the map; each further one reads the sum of all before it, and the block gives the sum of all. */
function denseBlock(graph: OnnxGraph, input: string, weight: WeightLookup, block: number): string {
  const relu = (x: string) => graph.node('Relu', [x]);
  const layer = (x: string, index: number) => {
    const name = `dense${block}/conv${index}`;
    const bias = weight(`${name}/bias`).data;
    if (block === 0 && index === 0) {
      const kernel = kernelFromHwio(weight(`${name}/filters`), bias);
      return convolution(graph, x, kernel, { stride: 2, pads: SAME_3X3_HALVING });
    }
    const parts = {
      depthwise: weight(`${name}/depthwise_filter`),
      pointwise: weight(`${name}/pointwise_filter`),
      bias,
    };
    return separable(graph, x, parts, index === 0 ? 2 : 1);
  };
  let sum = relu(layer(input, 0));
  for (let index = 1; index < LAYERS; index += 1) {
    const read = index === 1 ? sum : relu(sum);
    sum = graph.node('Add', [sum, layer(read, index)]);
  }
  return relu(sum);
}
