import { OnnxGraph } from '../onnx/onnx-graph.js';
import { at, convolution, type Kernel, type Pads, prelu } from './layers.js';
import { readTflite, type TfliteModel, type TfliteOperator, type TfliteOperatorCode } from './tflite-model.js';

/** PReLU as TensorFlow spells it: max(x, 0) + constant · (x - |x|), so the slope is twice the constant. */
const PRELU: readonly TfliteOperatorCode[] = ['RELU', 'ABS', 'SUB', 'MUL', 'ADD'];

interface Conversion {
  readonly graph: OnnxGraph;
  readonly model: TfliteModel;
  /** TFLite tensor number → name of the value in the ONNX graph. */
  readonly values: Map<number, string>;
}

/**
 * MobileFaceNet (Chen, Liu, Gao, Han, 2018) from a TFLite file with a fixed batch of 2: pixels [N,3,112,112], each
 * (x - 127.5) / 128 in the order RGB → embedding [N,192], not of unit length. Tensors change from [N,H,W,C] to [N,C,H,W].
 */
export function convertMobileFaceNet(file: Uint8Array): Uint8Array {
  const model = readTflite(file);
  const graph = new OnnxGraph('mobilefacenet-192');
  const values = new Map([[model.input, graph.input('pixels', ['N', 3, 112, 112])]]);
  const conversion = { graph, model, values };
  for (let index = 0; index < model.operators.length; ) index += convertNext(conversion, index);
  graph.output('embedding', valueName(conversion, model.output), ['N', 192]);
  return graph.finish();
}

/** Converts what starts at operator `index` and returns how many operators that were. */
function convertNext(conversion: Conversion, index: number): number {
  const { graph, model, values } = conversion;
  const operator = model.operators[index];
  if (operator === undefined) throw new Error(`There is no operator ${index}.`);
  if (operator.code === 'RELU') {
    const { slopes, output } = readPrelu(model, index);
    values.set(output, prelu(graph, valueName(conversion, operator.inputs[0]), slopes));
    return PRELU.length;
  }
  values.set(at(operator.outputs, 0), convertOne(conversion, operator));
  return 1;
}

function convertOne(conversion: Conversion, operator: TfliteOperator): string {
  const { graph, model } = conversion;
  const [first, second, third] = operator.inputs;
  const input = valueName(conversion, first);
  switch (operator.code) {
    case 'CONV_2D':
    case 'DEPTHWISE_CONV_2D': {
      const isDepthwise = operator.code === 'DEPTHWISE_CONV_2D';
      const kernel = readKernel(model, second, third, isDepthwise);
      const pads = padsOf(operator, kernel, at(shapeOf(model, first), 1), at(shapeOf(model, operator.outputs[0]), 1));
      const group = isDepthwise ? kernel.shape[0] : 1;
      return convolution(graph, input, kernel, { stride: operator.stride, pads, group });
    }
    case 'ADD':
      return graph.node('Add', [input, valueName(conversion, second)]);
    case 'RESHAPE':
      return graph.node('Flatten', [input], { axis: { int: 1 } });
    default:
      throw new Error(`The operator ${operator.code} stands outside of a PReLU.`);
  }
}

/** Checks that the five operators from `index` on are one PReLU, wired as expected. */
function readPrelu(model: TfliteModel, index: number): { slopes: Float32Array; output: number } {
  const operators = model.operators.slice(index, index + PRELU.length);
  const [relu, abs, sub, mul, add] = operators;
  const x = relu?.inputs[0];
  const isPrelu =
    PRELU.every((code, position) => operators[position]?.code === code) &&
    abs?.inputs[0] === x &&
    same(sub?.inputs, [x, abs?.outputs[0]]) &&
    mul?.inputs[1] === sub?.outputs[0] &&
    same(add?.inputs, [relu?.outputs[0], mul?.outputs[0]]);
  if (!isPrelu) throw new Error(`The operators from ${index} on are not the expected PReLU.`);
  const slopes = constantOf(model, mul?.inputs[0]).map((value) => value * 2);
  return { slopes, output: at(add?.outputs ?? [], 0) };
}

function same(found: readonly number[] | undefined, expected: readonly (number | undefined)[]): boolean {
  return found?.length === expected.length && expected.every((value, index) => value === found[index]);
}

/** CONV_2D weights are [output, row, column, input]; those of DEPTHWISE_CONV_2D [1, row, column, channel]. */
function readKernel(model: TfliteModel, weights?: number, bias?: number, isDepthwise = false): Kernel {
  const data = constantOf(model, weights);
  const [first = 0, height = 0, width = 0, last = 0] = shapeOf(model, weights);
  const area = height * width;
  const [outputs, inputs] = isDepthwise ? [last, 1] : [first, last];
  const ordered = new Float32Array(data.length);
  for (let output = 0; output < outputs; output += 1)
    for (let input = 0; input < inputs; input += 1)
      for (let pixel = 0; pixel < area; pixel += 1) {
        const from = isDepthwise ? pixel * outputs + output : (output * area + pixel) * inputs + input;
        ordered[(output * inputs + input) * area + pixel] = at(data, from);
      }
  return { shape: [outputs, inputs, height, width], weights: ordered, bias: constantOf(model, bias) };
}

/** TensorFlow's SAME: what is missing to cover the input is added on both sides, the odd pixel below and right. */
function padsOf(operator: TfliteOperator, kernel: Kernel, inputSize: number, outputSize: number): Pads {
  if (!operator.isSamePadded) return [0, 0, 0, 0];
  const total = Math.max(0, (outputSize - 1) * operator.stride + kernel.shape[2] - inputSize);
  const before = Math.floor(total / 2);
  return [before, before, total - before, total - before];
}

function valueName({ values }: Conversion, tensor: number | undefined): string {
  const value = tensor === undefined ? undefined : values.get(tensor);
  if (value === undefined) throw new Error(`The tensor ${tensor} is used before it is made.`);
  return value;
}

function shapeOf(model: TfliteModel, tensor: number | undefined): readonly number[] {
  return (tensor === undefined ? undefined : model.tensors[tensor]?.shape) ?? [];
}

function constantOf(model: TfliteModel, tensor: number | undefined): Float32Array {
  const constant = tensor === undefined ? undefined : model.tensors[tensor]?.constant;
  if (constant === undefined) throw new Error(`The tensor ${tensor} is not a float32 constant.`);
  return constant;
}
