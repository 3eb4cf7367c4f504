import { toRollcallError } from './errors.js';
import { answerOf, requestOf, send, type TransportOptions } from './transport.js';

export interface FileToUpload {
  /** What the file is called; its ending tells how it is read. */
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** For example text/csv. */
  readonly mediaType?: string;
}

/** The SHA-256 in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends the bytes to the path that createUpload gave. The path is the permission: no key goes along. @throws RollcallError */
export async function putFile(
  options: TransportOptions,
  path: string,
  { bytes, mediaType = 'application/octet-stream' }: FileToUpload,
  signal?: AbortSignal,
): Promise<void> {
  const init = { method: 'PUT', body: bytes, headers: { 'content-type': mediaType } };
  const response = await send(options, path, init, signal);
  const { errors } = await answerOf(response, signal);
  if (errors?.[0] !== undefined) throw toRollcallError(errors[0], requestOf(response));
}
