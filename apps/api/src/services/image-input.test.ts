import { randomBytes } from 'node:crypto';
import { DomainError, LIMITS } from '@rollcall/contracts';
import { describe, expect, it } from 'vitest';
import { readImage } from './image-input.js';

function codeOf(base64: string | null | undefined): string {
  try {
    readImage({ base64 }, 'image');
    return 'ACCEPTED';
  } catch (error) {
    return error instanceof DomainError ? error.code : 'UNTYPED';
  }
}

describe('readImage', () => {
  it.each([0, 1, 2, 3])('gives back the bytes that were sent, whatever the padding (%i)', (extra) => {
    const bytes = randomBytes(1000 + extra);
    const base64 = bytes.toString('base64');
    for (const sent of [
      base64,
      base64.replace(/=+$/, ''),
      bytes.toString('base64url'),
      `data:image/jpeg;base64,${base64}`,
    ]) {
      expect(Buffer.from(readImage({ base64: sent }, 'image')).equals(bytes)).toBe(true);
    }
  });

  it('takes the line breaks that command-line tools add', () => {
    const bytes = randomBytes(500);
    const wrapped = (bytes.toString('base64').match(/.{1,76}/g) ?? []).join('\r\n');
    expect(Buffer.from(readImage({ base64: wrapped }, 'image')).equals(bytes)).toBe(true);
  });

  it.each([
    ['nothing', null, 'BAD_USER_INPUT'],
    ['a missing value', undefined, 'BAD_USER_INPUT'],
    ['an empty text', '', 'IMAGE_UNDECODABLE'],
    ['an empty data URL', 'data:image/png;base64,', 'IMAGE_UNDECODABLE'],
    ['a web address', 'https://example.org/face.jpg', 'BAD_USER_INPUT'],
    ['a file address', 'file:///etc/passwd', 'BAD_USER_INPUT'],
    ['a path', '../../secrets/photo.jpg', 'BAD_USER_INPUT'],
    ['a data URL that is not base64', 'data:image/svg+xml,<svg/>', 'BAD_USER_INPUT'],
    ['text', 'this is not an image!', 'BAD_USER_INPUT'],
    ['base64 with a stray character', 'AAAA*AAA', 'BAD_USER_INPUT'],
    ['one byte too many', Buffer.alloc(LIMITS.maxImageBytes + 1).toString('base64'), 'IMAGE_TOO_LARGE'],
    ['far too much', 'A'.repeat(20_000_000), 'IMAGE_TOO_LARGE'],
  ])('refuses %s with a code of the registry', (_what, sent, code) => {
    expect(codeOf(sent)).toBe(code);
  });

  it('takes the largest allowed image', () => {
    expect(codeOf(Buffer.alloc(LIMITS.maxImageBytes).toString('base64'))).toBe('ACCEPTED');
  });
});
