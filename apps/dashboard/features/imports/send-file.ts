import type { ApiProblem } from '../../lib/graphql/api-problem';

/** The SHA-256 of a file in hex. */
export async function sha256Of(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Sends the bytes to the path that was told for them. @returns what went wrong, else null */
export async function putFile(path: string, file: File): Promise<ApiProblem | null> {
  try {
    const response = await fetch(path, { method: 'PUT', body: file });
    return response.ok ? null : 'BAD_USER_INPUT';
  } catch {
    return 'UNREACHABLE';
  }
}
