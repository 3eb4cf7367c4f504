const STRING = 0x02;
const HEADER_BYTES = 5;

/**
 * The text of a BSON document that has one field, and that a string: total length, 0x02, name, 0x00, length, text, 0x00, 0x00
 * (bsonspec.org, version 1.1). Undefined if the field is missing.
 *
 * @throws TypeError if the field is no string
 */
export function onlyText(document: Uint8Array): string | undefined {
  const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
  if (bytes.length <= HEADER_BYTES) return undefined;
  if (bytes[4] !== STRING) throw new TypeError('The only field of this document is no text.');
  const start = bytes.indexOf(0, HEADER_BYTES) + 1;
  const length = bytes.readInt32LE(start);
  return bytes.toString('utf8', start + 4, start + 4 + length - 1);
}
