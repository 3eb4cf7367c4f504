/** The encodings an upload may have. Everything else is refused before a decoder sees it. */
export type ImageFormat = 'jpeg' | 'png' | 'webp';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** Tells the encoding from the first bytes (never from a name or a header of the request); null if it is none of ours. */
export function sniffImageFormat(bytes: Uint8Array): ImageFormat | null {
  if (startsWith(bytes, JPEG, 0)) return 'jpeg';
  if (startsWith(bytes, PNG, 0)) return 'png';
  if (startsWith(bytes, RIFF, 0) && startsWith(bytes, WEBP, 8)) return 'webp';
  return null;
}

function startsWith(bytes: Uint8Array, signature: readonly number[], offset: number): boolean {
  return signature.every((byte, index) => bytes[offset + index] === byte);
}
