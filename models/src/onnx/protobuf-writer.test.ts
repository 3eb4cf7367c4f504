import { expect, test } from 'vitest';
import { ProtobufWriter } from './protobuf-writer.js';

const hex = (writer: ProtobufWriter) => Buffer.from(writer.finish()).toString('hex');

test('integers are written as varints with the field number and wire type before them', () => {
  // The worked example of the encoding documentation: field 1, value 150.
  expect(hex(new ProtobufWriter().integer(1, 150))).toBe('089601');
  expect(hex(new ProtobufWriter().integer(1, 0))).toBe('0800');
  expect(hex(new ProtobufWriter().integer(20, 1))).toBe('a00101');
});

test('a negative integer takes ten bytes, as two’s complement of 64 bits', () => {
  expect(hex(new ProtobufWriter().integer(1, -1))).toBe('08ffffffffffffffffff01');
});

test('an integer beyond 32 bits keeps all its bits', () => {
  expect(hex(new ProtobufWriter().integer(1, 2n ** 40n))).toBe('08808080808020');
});

test('strings, bytes and packed integers carry their length in bytes', () => {
  expect(hex(new ProtobufWriter().string(2, 'testing'))).toBe('120774657374696e67');
  expect(hex(new ProtobufWriter().string(2, 'é'))).toBe('1202c3a9');
  expect(hex(new ProtobufWriter().packedIntegers(6, [3, 270, 86942]))).toBe('3206038e029ea705');
  expect(hex(new ProtobufWriter().bytes(1, new Uint8Array(200))).slice(0, 6)).toBe('0ac801');
});

test('a float is four bytes, least significant first', () => {
  expect(hex(new ProtobufWriter().float(3, 1.5))).toBe('1d0000c03f');
});

test('a nested message is written whole, after its length', () => {
  const inner = new ProtobufWriter().integer(1, 150);
  expect(hex(new ProtobufWriter().message(3, inner))).toBe('1a03089601');
});
