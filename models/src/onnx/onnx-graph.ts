import { ProtobufWriter } from './protobuf-writer.js';

/** Opset 18 with IR version 8: read by every onnxruntime since 1.14. */
const OPSET_VERSION = 18;
const IR_VERSION = 8;

/** Values of `TensorProto.DataType` in onnx.proto. */
const FLOAT = 1;
const INT64 = 7;

/** A number is a fixed size, a string the name of a size that may change from run to run. */
export type Dimension = number | string;

export type Attribute =
  | { readonly int: number }
  | { readonly ints: readonly number[] }
  | { readonly float: number }
  | { readonly string: string };

/**
 * Builds an ONNX model of float32 tensors, node by node. Values are named after the operator that makes them and
 * numbered in the order of the calls, so the same calls always give the same bytes.
 * Field numbers: onnx/onnx.proto of the ONNX project.
 */
export class OnnxGraph {
  readonly #nodes: ProtobufWriter[] = [];
  readonly #constants: ProtobufWriter[] = [];
  readonly #inputs: ProtobufWriter[] = [];
  readonly #outputs: ProtobufWriter[] = [];
  #count = 0;

  constructor(private readonly name: string) {}

  /** Declares a float32 input and returns its name. */
  input(name: string, shape: readonly Dimension[]): string {
    this.#inputs.push(valueInfo(name, shape));
    return name;
  }

  /** Declares that `value`, made by a node before, leaves the graph under `name`. */
  output(name: string, value: string, shape: readonly Dimension[]): void {
    this.#nodes.push(nodeProto('Identity', name, [value], [name], {}));
    this.#outputs.push(valueInfo(name, shape));
  }

  floats(shape: readonly number[], data: Float32Array): string {
    const expected = shape.reduce((product, size) => product * size, 1);
    if (expected !== data.length) throw new Error(`A tensor [${shape}] needs ${expected} values, not ${data.length}.`);
    const bytes = new Uint8Array(data.length * 4);
    const view = new DataView(bytes.buffer);
    data.forEach((value, index) => {
      view.setFloat32(index * 4, value, true);
    });
    return this.#constant(shape, FLOAT, bytes);
  }

  integers(values: readonly number[]): string {
    const bytes = new Uint8Array(values.length * 8);
    const view = new DataView(bytes.buffer);
    values.forEach((value, index) => {
      view.setBigInt64(index * 8, BigInt(value), true);
    });
    return this.#constant([values.length], INT64, bytes);
  }

  /** Adds a node with one output and returns the name of that output. */
  node(operator: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    const output = this.#nextName(operator);
    this.#nodes.push(nodeProto(operator, output, inputs, [output], attributes));
    return output;
  }

  /** The bytes of the `.onnx` file. */
  finish(): Uint8Array {
    const graph = new ProtobufWriter();
    for (const node of this.#nodes) graph.message(1, node);
    graph.string(2, this.name);
    for (const constant of this.#constants) graph.message(5, constant);
    for (const input of this.#inputs) graph.message(11, input);
    for (const output of this.#outputs) graph.message(12, output);
    const opset = new ProtobufWriter().string(1, '').integer(2, OPSET_VERSION);
    return new ProtobufWriter()
      .integer(1, IR_VERSION)
      .string(2, 'rollcall-models')
      .message(7, graph)
      .message(8, opset)
      .finish();
  }

  #constant(shape: readonly number[], dataType: number, bytes: Uint8Array): string {
    const name = this.#nextName('constant');
    const tensor = new ProtobufWriter().packedIntegers(1, shape).integer(2, dataType).string(8, name).bytes(9, bytes);
    this.#constants.push(tensor);
    return name;
  }

  #nextName(prefix: string): string {
    this.#count += 1;
    return `${prefix}_${this.#count}`;
  }
}

function valueInfo(name: string, shape: readonly Dimension[]): ProtobufWriter {
  const dimensions = new ProtobufWriter();
  for (const size of shape) {
    const dimension = new ProtobufWriter();
    dimensions.message(1, typeof size === 'number' ? dimension.integer(1, size) : dimension.string(2, size));
  }
  const tensorType = new ProtobufWriter().integer(1, FLOAT).message(2, dimensions);
  return new ProtobufWriter().string(1, name).message(2, new ProtobufWriter().message(1, tensorType));
}

function nodeProto(
  operator: string,
  name: string,
  inputs: readonly string[],
  outputs: readonly string[],
  attributes: Readonly<Record<string, Attribute>>,
): ProtobufWriter {
  const node = new ProtobufWriter();
  for (const input of inputs) node.string(1, input);
  for (const output of outputs) node.string(2, output);
  node.string(3, name).string(4, operator);
  for (const [key, value] of Object.entries(attributes)) node.message(5, attributeProto(key, value));
  return node;
}

/** The last field is `AttributeProto.AttributeType`: FLOAT 1, INT 2, STRING 3, INTS 7. */
function attributeProto(name: string, value: Attribute): ProtobufWriter {
  const attribute = new ProtobufWriter().string(1, name);
  if ('float' in value) return attribute.float(2, value.float).integer(20, 1);
  if ('int' in value) return attribute.integer(3, value.int).integer(20, 2);
  if ('string' in value) return attribute.string(4, value.string).integer(20, 3);
  for (const item of value.ints) attribute.integer(8, item);
  return attribute.integer(20, 7);
}
