const VARINT = 0;
const FIXED64 = 1;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/** One field as it stands in the file. */
export interface ProtobufField {
  readonly number: number;
  /** Of a varint; 0 for everything else. */
  readonly integer: bigint;
  /** What a length-delimited or fixed field holds, without a copy; empty for a varint. */
  readonly bytes: Uint8Array;
}

/**
 * Reads one protobuf message, field by field and in the order of the file; nested messages are read by another call with
 * `bytes`. Source: the "Encoding" page of the protocol buffers documentation.
 *
 * @throws Error if the message ends within a field or has a group, which ONNX never uses
 */
export function readProtobuf(message: Uint8Array): ProtobufField[] {
  const fields: ProtobufField[] = [];
  for (let offset = 0; offset < message.length; ) {
    const tag = readVarint(message, offset);
    const wireType = Number(tag.value & 7n);
    const value = readValue(message, tag.end, wireType);
    fields.push({ number: Number(tag.value >> 3n), integer: value.integer, bytes: value.bytes });
    offset = value.end;
  }
  return fields;
}

/** The numbers of a repeated field in its packed form, from its `bytes`. */
export function readPackedIntegers(bytes: Uint8Array): bigint[] {
  const integers: bigint[] = [];
  for (let offset = 0; offset < bytes.length; ) {
    const { value, end } = readVarint(bytes, offset);
    integers.push(value);
    offset = end;
  }
  return integers;
}

const NO_BYTES = new Uint8Array(0);

function readValue(
  message: Uint8Array,
  start: number,
  wireType: number,
): { integer: bigint; bytes: Uint8Array; end: number } {
  if (wireType === VARINT) {
    const { value, end } = readVarint(message, start);
    return { integer: value, bytes: NO_BYTES, end };
  }
  const { from, length } = extentOf(message, start, wireType);
  const end = from + length;
  if (end > message.length) throw new Error('The protobuf message ends within a field.');
  return { integer: 0n, bytes: message.subarray(from, end), end };
}

function extentOf(message: Uint8Array, start: number, wireType: number): { from: number; length: number } {
  if (wireType === FIXED64) return { from: start, length: 8 };
  if (wireType === FIXED32) return { from: start, length: 4 };
  if (wireType !== LENGTH_DELIMITED)
    throw new Error(`The protobuf message has a field of the unknown type ${wireType}.`);
  const { value, end } = readVarint(message, start);
  return { from: end, length: Number(value) };
}

/** Ten bytes at most: 64 bits, seven in each. */
function readVarint(message: Uint8Array, start: number): { value: bigint; end: number } {
  let value = 0n;
  for (let index = 0; index < 10; index += 1) {
    const byte = message[start + index];
    if (byte === undefined) throw new Error('The protobuf message ends within a field.');
    value |= BigInt(byte & 0x7f) << BigInt(7 * index);
    if (byte < 0x80) return { value: BigInt.asUintN(64, value), end: start + index + 1 };
  }
  throw new Error('The protobuf message has a number of more than ten bytes.');
}
