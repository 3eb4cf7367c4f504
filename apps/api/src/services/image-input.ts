import { DomainError, LIMITS } from '@rollcall/contracts';

interface EncodedImage {
  readonly base64?: string | null;
}

/** `data:image/jpeg;base64,` and the like; what it claims to be is not believed, the bytes decide. */
const DATA_URL_PREFIX = /^data:[a-z0-9.+/-]{0,100};base64,/i;
const MAX_PREFIX_LENGTH = 120;
const MAX_BASE64_LENGTH = Math.ceil(LIMITS.maxImageBytes / 3) * 4;

/** A problem with the way an image was sent, told by the name of the input field. */
const refuse = (field: string, problem: string): DomainError =>
  new DomainError('BAD_USER_INPUT', { details: { field, problem } });

/**
 * The bytes of an image sent in base64 (standard or URL alphabet, with or without padding, line breaks allowed).
 * An address or a path is never followed.
 *
 * @throws DomainError BAD_USER_INPUT nothing, or no base64, was sent
 * @throws DomainError IMAGE_TOO_LARGE more than LIMITS.maxImageBytes
 * @throws DomainError IMAGE_UNDECODABLE the file is empty
 */
export function readImage(image: EncodedImage | null | undefined, field: string): Uint8Array {
  const sent = image?.base64;
  if (sent === null || sent === undefined) throw refuse(field, 'Send the image as base64.');
  // Line breaks of MIME add at most one character in 38.
  if (sent.length > MAX_BASE64_LENGTH * 1.04 + MAX_PREFIX_LENGTH)
    throw new DomainError('IMAGE_TOO_LARGE', { details: { field } });
  const prefix = DATA_URL_PREFIX.exec(sent.slice(0, MAX_PREFIX_LENGTH))?.[0] ?? '';
  const bytes = decode(sent.slice(prefix.length));
  if (bytes === null) throw refuse(field, 'This is not base64. Send the file itself, not an address or a path.');
  if (bytes.length === 0)
    throw new DomainError('IMAGE_UNDECODABLE', { details: { field, problem: 'The file is empty.' } });
  if (bytes.length > LIMITS.maxImageBytes) throw new DomainError('IMAGE_TOO_LARGE', { details: { field } });
  return bytes;
}

/** Null unless every character is base64: Node's decoder skips what it does not know, so the length tells. */
function decode(text: string): Uint8Array | null {
  const whole = decodeExactly(text);
  return whole ?? (/\s/.test(text) ? decodeExactly(text.replace(/\s+/g, '')) : null);
}

function decodeExactly(text: string): Uint8Array | null {
  const unpadded = text.replace(/={1,2}$/, '').length;
  if (unpadded % 4 === 1) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === Math.floor((unpadded * 3) / 4) ? bytes : null;
}
