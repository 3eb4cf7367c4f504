const DEFAULT_API_PORT = 4000;
const MAX_PORT = 65_535;

/**
 * Where the API listens, read anew at each call: the build must not freeze it.
 *
 * @returns an origin on the loopback interface, such as `http://127.0.0.1:4000`
 * @throws Error if API_PORT is set and is not a port number
 */
export function apiOrigin(source: Readonly<Record<string, string | undefined>> = process.env): string {
  const text = source.API_PORT;
  if (text === undefined || text === '') return `http://127.0.0.1:${DEFAULT_API_PORT}`;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > MAX_PORT) {
    throw new Error(`API_PORT must be a port number from 1 to ${MAX_PORT}, not "${text}".`);
  }
  return `http://127.0.0.1:${port}`;
}

/** True under `next dev`, where React needs `eval` for its stack traces. */
export function isDevelopment(source: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return source.NODE_ENV === 'development';
}

/** True where the pseudo language may be chosen: while developing, and in tests that ask for it. */
export function isPseudoOffered(source: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return isDevelopment(source) || source.ROLLCALL_PSEUDO_LANGUAGE === '1';
}

/** Whether owners and HR administrators find the explorer at `/explorer`; the API reads the same variable. */
export function isExplorerOn(source: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return source.ROLLCALL_EXPLORER !== 'false';
}
