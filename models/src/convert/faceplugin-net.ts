import { type ConstantTensor, type OnnxFile, type OnnxNode, readOnnx } from '../onnx/onnx-file.js';
import { type Dimension, OnnxGraph } from '../onnx/onnx-graph.js';
import { convolutionPrelu } from './convolution-prelu.js';
import { at, type ConvolutionOptions, convolution, type Kernel, NO_PADS, type Pads } from './layers.js';
import { widenedChannels, widenKernel, widenValues } from './widen-channels.js';

/** A value of the new graph; maps may have more channels than the source has, the others being zero. */
interface Value {
  readonly name: string;
  readonly channels: number;
  /** The PReLU that was made part of the convolution; nothing else reads the value. */
  readonly activation?: OnnxNode | undefined;
}

interface Conversion {
  readonly graph: OnnxGraph;
  readonly file: OnnxFile;
  /** Name in the source → value in the new graph. */
  readonly values: Map<string, Value>;
}

export interface FacepluginNet {
  readonly name: string;
  readonly input: readonly Dimension[];
  readonly output: readonly Dimension[];
}

/** Arithmetic on shapes that only serves to flatten the last map. */
const OF_SHAPES: readonly string[] = ['Shape', 'Constant', 'Gather', 'Unsqueeze', 'Concat'];

/**
 * Writes a net of Faceplugin anew, equal up to rounding, in a form that onnxruntime runs faster: PReLU as two products and a
 * sum, and maps of a count of channels that fills its blocks. One input and one output, which keep their names.
 *
 * @throws Error for an operator that these nets do not have
 */
export function convertFacepluginNet(bytes: Uint8Array, { name, input, output }: FacepluginNet): Uint8Array {
  const file = readOnnx(bytes);
  const graph = new OnnxGraph(name);
  const [source, result] = [only(file.inputs), only(file.outputs)];
  const values = new Map([[source, { name: graph.input(source, input), channels: Number(input[1]) }]]);
  const conversion = { graph, file, values };
  for (const node of file.nodes) {
    if (!OF_SHAPES.includes(node.operator)) values.set(only(node.outputs), convertNode(conversion, node));
  }
  graph.output(result, madeValue(conversion, result).name, output);
  return graph.finish();
}

function convertNode(conversion: Conversion, node: OnnxNode): Value {
  const { graph } = conversion;
  const first = madeValue(conversion, node.inputs[0]);
  switch (node.operator) {
    case 'Conv':
      return convertConvolution(conversion, node, first);
    case 'PRelu':
      if (first.activation !== node) throw new Error('A PReLU does not follow a convolution.');
      return { name: first.name, channels: first.channels };
    case 'Add':
    case 'Mul': {
      const second = madeValue(conversion, node.inputs[1]);
      return { ...first, name: graph.node(node.operator, [first.name, second.name]) };
    }
    case 'Relu':
    case 'Sigmoid':
    case 'GlobalAveragePool':
      return { ...first, name: graph.node(node.operator, [first.name]) };
    case 'Reshape':
      return { ...first, name: graph.node('Flatten', [first.name], { axis: { int: 1 } }) };
    case 'MatMul': {
      const { shape, data } = constantOf(conversion, node.inputs[1]);
      return { name: graph.node('MatMul', [first.name, graph.floats(shape, data)]), channels: at(shape, 1) };
    }
    case 'BatchNormalization': {
      const constants = node.inputs.slice(1).map((name) => constantOf(conversion, name));
      const inputs = constants.map(({ shape, data }) => graph.floats(shape, data));
      const epsilon = { float: node.floats.get('epsilon') ?? 1e-5 };
      return { ...first, name: graph.node('BatchNormalization', [first.name, ...inputs], { epsilon }) };
    }
    default:
      throw new Error(`The net has the operator ${node.operator}, which is not known.`);
  }
}

function convertConvolution(conversion: Conversion, node: OnnxNode, input: Value): Value {
  const { graph, file } = conversion;
  const { inputs, integers } = node;
  const weights = constantOf(conversion, inputs[1]);
  const bias = constantOf(conversion, inputs[2]).data;
  const isDepthwise = at(integers.get('group') ?? [1], 0) > 1;
  const channels = isDepthwise ? input.channels : widenedChannels(bias.length);
  const kernel = widenKernel(
    { shape: fourOf(weights.shape), weights: weights.data, bias },
    channels,
    isDepthwise ? 1 : input.channels,
  );
  const options: ConvolutionOptions = {
    stride: at(integers.get('strides') ?? [1], 0),
    pads: fourOf(integers.get('pads') ?? NO_PADS),
    group: isDepthwise ? channels : 1,
  };
  const readers = file.nodes.filter((reader) => reader.inputs.includes(only(node.outputs)));
  const activation = readers.length === 1 ? readers.find(({ operator }) => operator === 'PRelu') : undefined;
  if (activation === undefined) return { name: convolution(graph, input.name, kernel, options), channels };
  const slopes = widenValues(constantOf(conversion, activation.inputs[1]).data, channels);
  return { name: convolutionPrelu(graph, input.name, kernel, slopes, options), channels, activation };
}

function madeValue({ values }: Conversion, name = ''): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`The value ${name} is used before it is made.`);
  return value;
}

function constantOf({ file }: Conversion, name = ''): ConstantTensor {
  const constant = file.constants.get(name);
  if (constant === undefined) throw new Error(`The value ${name} is not a float32 constant.`);
  return constant;
}

function fourOf(sizes: readonly number[]): Kernel['shape'] & Pads {
  return [at(sizes, 0), at(sizes, 1), at(sizes, 2), at(sizes, 3)];
}

function only(names: readonly string[]): string {
  const [name] = names;
  if (name === undefined || names.length > 1) throw new Error(`One name is expected, not ${names.length}.`);
  return name;
}
