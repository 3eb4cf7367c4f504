import { describe, expect, it } from 'vitest';
import { sniffImageFormat } from './image-format.js';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('sniffImageFormat', () => {
  it('knows JPEG, PNG and WebP by their first bytes', () => {
    expect(sniffImageFormat(bytes('\xff\xd8\xff\xe0rest'))).toBe('jpeg');
    expect(sniffImageFormat(bytes('\x89PNG\r\n\x1a\nrest'))).toBe('png');
    expect(sniffImageFormat(bytes('RIFF\x10\0\0\0WEBPVP8 '))).toBe('webp');
  });

  it.each([
    ['nothing', ''],
    ['a GIF', 'GIF89a\x01\0\x01\0'],
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a TIFF', 'II*\0\x08\0\0\0'],
    ['an AVIF', '\0\0\0\x20ftypavif'],
    ['a WAV, which begins like a WebP', 'RIFF\x10\0\0\0WAVEfmt '],
    ['a URL', 'https://example.org/face.jpg'],
    ['the beginning of a JPEG signature', '\xff\xd8'],
  ])('refuses %s', (_what, text) => {
    expect(sniffImageFormat(bytes(text))).toBeNull();
  });
});
