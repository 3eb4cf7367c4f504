import { expect, test } from 'vitest';
import { readProtobuf } from './protobuf-reader.js';
import { ProtobufWriter } from './protobuf-writer.js';

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');

test('the worked example of the encoding documentation is field 1 with the value 150', () => {
  const [field] = readProtobuf(bytesOf('089601'));
  expect(field).toMatchObject({ number: 1, integer: 150n });
});

test('what the writer writes is read again: numbers of each size, floats, texts, and a message within', () => {
  const inner = new ProtobufWriter().integer(20, 7);
  const written = new ProtobufWriter()
    .integer(1, -1)
    .integer(3, 2n ** 40n)
    .float(2, 1.5)
    .string(200, 'é')
    .message(4, inner);
  const fields = readProtobuf(written.finish());
  expect(fields.map(({ number }) => number)).toEqual([1, 3, 2, 200, 4]);
  expect(fields.map(({ integer }) => BigInt.asIntN(64, integer))).toEqual([-1n, 2n ** 40n, 0n, 0n, 0n]);
  expect(fields.map(({ bytes }) => hexOf(bytes))).toEqual(['', '', '0000c03f', 'c3a9', 'a00107']);
  expect(readProtobuf(fields[4]?.bytes ?? new Uint8Array())).toMatchObject([{ number: 20, integer: 7n }]);
});

test.each([
  ['a text that is longer than the message', '0a05ff'],
  ['a number without its last byte', '0896'],
  ['a number of more than ten bytes', '08ffffffffffffffffffffff01'],
  ['a group, which ONNX never has', '0b'],
])('%s is an error', (_, hex) => {
  expect(() => readProtobuf(bytesOf(hex))).toThrow('protobuf message');
});
