import type { Server } from 'node:http';

/** After this long a request that still runs is cut off. Longer than one image may take in the engine. */
const GRACE_MS = 20_000;

/** Accepts nothing new, lets running requests end, then resolves. */
export function stopServer(server: Server, graceMs = GRACE_MS): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
