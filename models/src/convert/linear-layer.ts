import type { OnnxGraph } from '../onnx/onnx-graph.js';
import { at } from './layers.js';
import type { NamedTensor, WeightLookup } from './tfjs-weights.js';

/** A dense layer, or a 1×1 convolution: `shape` is [1, 1, inputs, outputs]. */
export interface LinearLayer extends NamedTensor {
  readonly bias: Float32Array;
}

interface Head {
  /** The weights of one output after the other. */
  readonly columns: readonly (readonly number[])[];
  readonly bias: readonly number[];
}

/** input [N,inputs] · weights + bias. */
export function gemm(graph: OnnxGraph, input: string, { shape, data, bias }: LinearLayer): string {
  const outputs = at(shape, 3);
  return graph.node('Gemm', [input, graph.floats([at(shape, 2), outputs], data), graph.floats([outputs], bias)]);
}

/**
 * Puts layers that read the same features side by side as one. The first is a pair of logits ("no face", "face");
 * it becomes their difference, whose sigmoid is the softmax of "face".
 */
export function stackHeads(weight: WeightLookup, layers: readonly string[]): LinearLayer {
  const heads = layers.map((layer, index) => {
    const head = { columns: split(weight(`${layer}/weights`)), bias: [...weight(`${layer}/bias`).data] };
    return index === 0 ? logitDifference(head) : head;
  });
  const columns = heads.flatMap((head) => head.columns);
  const inputs = columns[0]?.length ?? 0;
  const data = new Float32Array(inputs * columns.length);
  columns.forEach((column, output) => {
    column.forEach((value, input) => {
      data[input * columns.length + output] = value;
    });
  });
  const bias = Float32Array.from(heads.flatMap((head) => head.bias));
  return { shape: [1, 1, inputs, columns.length], data, bias };
}

/**
 * Reorders the rows of a dense layer that was trained on flattened, transposed maps (column, row, channel) for maps
 * [N,channels,size,size] flattened as channel, row, column.
 */
export function fromTransposedMap({ shape, data }: NamedTensor, bias: Float32Array, size: number): LinearLayer {
  const [rows = 0, outputs = 0] = shape;
  const channels = rows / (size * size);
  const ordered = new Float32Array(data.length);
  for (let row = 0; row < rows; row += 1) {
    const [channel, y, x] = [Math.floor(row / (size * size)), Math.floor(row / size) % size, row % size];
    const from = ((x * size + y) * channels + channel) * outputs;
    ordered.set(data.subarray(from, from + outputs), row * outputs);
  }
  return { shape: [1, 1, rows, outputs], data: ordered, bias };
}

function logitDifference({ columns, bias }: Head): Head {
  const [other = [], face = []] = columns;
  return { columns: [face.map((value, index) => value - at(other, index))], bias: [at(bias, 1) - at(bias, 0)] };
}

function split({ shape, data }: NamedTensor): number[][] {
  const outputs = at(shape, shape.length - 1);
  const inputs = at(shape, shape.length - 2);
  return Array.from({ length: outputs }, (_, output) =>
    Array.from({ length: inputs }, (_, input) => at(data, input * outputs + output)),
  );
}
