import { type ProtobufField, readPackedIntegers, readProtobuf } from './protobuf-reader.js';

/** A float32 tensor that is part of the file. */
export interface ConstantTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Whole numbers by the name of the attribute; attributes of other types are left out. */
  readonly integers: ReadonlyMap<string, readonly number[]>;
  readonly floats: ReadonlyMap<string, number>;
}

/** What stands in an `.onnx` file, as far as the nets at hand need it. */
export interface OnnxFile {
  /** In an order in which they can be run. */
  readonly nodes: readonly OnnxNode[];
  readonly constants: ReadonlyMap<string, ConstantTensor>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Values of `TensorProto.DataType` and the field numbers below: onnx/onnx.proto of the ONNX project. */
const FLOAT = 1;

/** @throws Error if the bytes are no ONNX model */
export function readOnnx(file: Uint8Array): OnnxFile {
  const graph = readProtobuf(file).find(({ number }) => number === 7);
  if (graph === undefined) throw new Error('The file is no ONNX model: it has no graph.');
  const fields = readProtobuf(graph.bytes);
  const all = (number: number) =>
    fields.filter((field) => field.number === number).map(({ bytes }) => readProtobuf(bytes));
  return {
    nodes: all(1).map(readNode),
    constants: new Map(all(5).flatMap(readConstant)),
    inputs: all(11).map((field) => text(field, 1)),
    outputs: all(12).map((field) => text(field, 1)),
  };
}

function readNode(fields: readonly ProtobufField[]): OnnxNode {
  const attributes = fields.filter(({ number }) => number === 5).map(({ bytes }) => readProtobuf(bytes));
  return {
    operator: text(fields, 4),
    inputs: texts(fields, 1),
    outputs: texts(fields, 2),
    integers: new Map(
      attributes.map((attribute) => [text(attribute, 1), [...integers(attribute, 3), ...integers(attribute, 8)]]),
    ),
    floats: new Map(
      attributes.flatMap((attribute) => {
        const value = attribute.find(({ number }) => number === 2);
        return value === undefined ? [] : [[text(attribute, 1), viewOf(value.bytes).getFloat32(0, true)]];
      }),
    ),
  };
}

/** Tensors of other types (shapes as integers) are left out. */
function readConstant(fields: readonly ProtobufField[]): (readonly [string, ConstantTensor])[] {
  if (integers(fields, 2)[0] !== FLOAT) return [];
  const raw = fields.find(({ number }) => number === 9)?.bytes ?? new Uint8Array(0);
  const view = viewOf(raw);
  const data = Float32Array.from({ length: raw.length / 4 }, (_, index) => view.getFloat32(4 * index, true));
  return [[text(fields, 8), { shape: integers(fields, 1), data }]];
}

/** Repeated whole numbers, whether each has a tag of its own or all are packed in one field. */
function integers(fields: readonly ProtobufField[], wanted: number): number[] {
  return fields
    .filter(({ number }) => number === wanted)
    .flatMap(({ integer, bytes }) => (bytes.length === 0 ? [integer] : readPackedIntegers(bytes)))
    .map((integer) => Number(BigInt.asIntN(64, integer)));
}

function text(fields: readonly ProtobufField[], wanted: number): string {
  return texts(fields, wanted)[0] ?? '';
}

function texts(fields: readonly ProtobufField[], wanted: number): string[] {
  return fields.filter(({ number }) => number === wanted).map(({ bytes }) => new TextDecoder().decode(bytes));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
