import { FlatTable } from './flatbuffer-reader.js';

/** One operator of a TFLite graph; inputs and outputs are tensor numbers. */
export interface TfliteOperator {
  readonly code: TfliteOperatorCode;
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly isSamePadded: boolean;
  readonly stride: number;
}

export interface TfliteTensor {
  readonly shape: readonly number[];
  /** The values if the tensor is a float32 constant, else undefined. */
  readonly constant: Float32Array | undefined;
}

export interface TfliteModel {
  readonly tensors: readonly TfliteTensor[];
  readonly operators: readonly TfliteOperator[];
  readonly input: number;
  readonly output: number;
}

/** `BuiltinOperator` numbers of TensorFlow Lite's schema.fbs, only those the models at hand use. */
const OPERATOR_CODES = {
  0: 'ADD',
  3: 'CONV_2D',
  4: 'DEPTHWISE_CONV_2D',
  18: 'MUL',
  19: 'RELU',
  22: 'RESHAPE',
  41: 'SUB',
  101: 'ABS',
} as const;

export type TfliteOperatorCode = (typeof OPERATOR_CODES)[keyof typeof OPERATOR_CODES];

/** The field of an operator's options that names a fused activation; all must be NONE (0). */
const ACTIVATION_FIELDS: Partial<Record<TfliteOperatorCode, number>> = {
  ADD: 0,
  CONV_2D: 3,
  DEPTHWISE_CONV_2D: 4,
  MUL: 0,
  SUB: 0,
};

const FLOAT32 = 0;
const PADDING_SAME = 0;

/** Reads a TFLite file with one graph, one input and one output; field numbers are those of schema.fbs. */
export function readTflite(file: Uint8Array): TfliteModel {
  const model = FlatTable.root(file, 'TFL3');
  const [graph] = model.tables(2);
  if (graph === undefined) throw new Error('The TFLite file has no graph.');
  const buffers = model.tables(4);
  const codes = model.tables(1).map((code) => operatorCode(code.byte(0)));
  return {
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    operators: graph.tables(3).map((operator) => readOperator(operator, codes)),
    input: single(graph.int32s(1)),
    output: single(graph.int32s(2)),
  };
}

function operatorCode(code: number): TfliteOperatorCode {
  const name = OPERATOR_CODES[code as keyof typeof OPERATOR_CODES];
  if (name === undefined) throw new Error(`The TFLite operator ${code} is not known here.`);
  return name;
}

function readTensor(tensor: FlatTable, buffers: readonly FlatTable[]): TfliteTensor {
  const shape = tensor.int32s(0);
  const bytes = buffers[tensor.uint32(2)]?.bytes(0);
  if (bytes === undefined || bytes.length === 0 || tensor.byte(1) !== FLOAT32) return { shape, constant: undefined };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length / 4;
  return { shape, constant: Float32Array.from({ length }, (_, index) => view.getFloat32(index * 4, true)) };
}

function readOperator(operator: FlatTable, codes: readonly TfliteOperatorCode[]): TfliteOperator {
  const code = codes[operator.uint32(0)];
  if (code === undefined) throw new Error('A TFLite operator has no code.');
  const options = operator.table(4);
  const [strideX, strideY] = [options?.uint32(1, 1) ?? 1, options?.uint32(2, 1) ?? 1];
  const isConvolution = code === 'CONV_2D' || code === 'DEPTHWISE_CONV_2D';
  const activation = ACTIVATION_FIELDS[code];
  if (activation !== undefined && options?.byte(activation)) throw new Error(`A TFLite ${code} has an activation.`);
  if (isConvolution && strideX !== strideY) throw new Error('A TFLite convolution has two different strides.');
  return {
    code,
    inputs: operator.int32s(1),
    outputs: operator.int32s(2),
    isSamePadded: options?.byte(0, PADDING_SAME) === PADDING_SAME,
    stride: isConvolution ? strideX : 1,
  };
}

function single(values: readonly number[]): number {
  const [value, ...others] = values;
  if (value === undefined || others.length > 0) throw new Error('The TFLite graph needs one input and one output.');
  return value;
}
