const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

/**
 * Writes the protobuf wire format, as far as ONNX needs it: varints, 32-bit floats, strings, bytes and nested messages.
 * Source: the "Encoding" page of the protocol buffers documentation. Fields stand in the order in which they are
 * written, so the same calls always give the same bytes.
 */
export class ProtobufWriter {
  readonly #chunks: Uint8Array[] = [];
  #length = 0;

  /** An int32, int64 or enum field; negative values take ten bytes (two's complement of 64 bits). */
  integer(field: number, value: number | bigint): this {
    this.#push(varint(tag(field, VARINT)));
    return this.#push(varint(BigInt(value)));
  }

  /** A repeated int64 field in its packed form. */
  packedIntegers(field: number, values: readonly number[]): this {
    const body = values.map((value) => varint(BigInt(value)));
    return this.bytes(field, concatenate(body));
  }

  float(field: number, value: number): this {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setFloat32(0, value, true);
    this.#push(varint(tag(field, FIXED32)));
    return this.#push(bytes);
  }

  string(field: number, value: string): this {
    return this.bytes(field, new TextEncoder().encode(value));
  }

  bytes(field: number, value: Uint8Array): this {
    this.#push(varint(tag(field, LENGTH_DELIMITED)));
    this.#push(varint(BigInt(value.length)));
    return this.#push(value);
  }

  message(field: number, value: ProtobufWriter): this {
    return this.bytes(field, value.finish());
  }

  finish(): Uint8Array {
    return concatenate(this.#chunks, this.#length);
  }

  #push(bytes: Uint8Array): this {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    return this;
  }
}

function tag(field: number, wireType: number): bigint {
  return BigInt(field) * 8n + BigInt(wireType);
}

function varint(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Uint8Array.from(bytes);
}

function concatenate(chunks: readonly Uint8Array[], length = chunks.reduce((sum, chunk) => sum + chunk.length, 0)) {
  const result = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    result.set(chunk, offset);
    offset += chunk.length;
  }
  return result;
}
