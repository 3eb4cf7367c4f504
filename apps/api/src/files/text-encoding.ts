import { type ByteSource, firstBytes } from './byte-source.js';

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

const SAMPLE_BYTES = 4_096;

/**
 * Tells how a text file is encoded: by its byte-order mark; by zeros at every other byte; UTF-8 if all of it is valid
 * UTF-8 (other encodings practically never are); else Windows-1252, which western spreadsheets write.
 */
export async function detectEncoding(source: ByteSource): Promise<TextEncoding> {
  const sample = await firstBytes(source, SAMPLE_BYTES);
  if (sample[0] === 0xff && sample[1] === 0xfe) return 'utf-16le';
  if (sample[0] === 0xfe && sample[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const many = sample.length / 4;
  if ((zeros[1] ?? 0) > many) return 'utf-16le';
  if ((zeros[0] ?? 0) > many) return 'utf-16be';
  return (await isUtf8(source)) ? 'utf-8' : 'windows-1252';
}

async function isUtf8(source: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of source.read()) decoder.decode(part, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, part by part, without a byte-order mark. Bytes that mean nothing become U+FFFD. */
export async function* decodeText(source: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const part of source.read()) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}
