import { createServer, request } from 'node:http';

/**
 * Stands before an API, hands everything on, and keeps what was asked and answered at `/graphql`.
 *
 * @param {string} target
 * @param {(exchange: { madeBy: string, body: string, status: number, answer: string, ms: number }) => void} onExchange
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startRecordingProxy(target, onExchange) {
  const server = createServer(async (from, to) => {
    const body = Buffer.concat(await from.toArray());
    const { 'x-made-by': madeBy = 'schemathesis', ...headers } = from.headers;
    const startedAt = performance.now();
    const onward = request(target + from.url, { method: from.method, headers }, async (response) => {
      const answer = Buffer.concat(await response.toArray());
      to.writeHead(response.statusCode, response.headers).end(answer);
      if (from.url !== '/graphql') return;
      const ms = performance.now() - startedAt;
      onExchange({ madeBy, body: String(body), status: response.statusCode, answer: String(answer), ms });
    });
    onward.on('error', (error) => {
      onExchange({ madeBy, body: String(body), status: 599, answer: String(error), ms: performance.now() - startedAt });
      to.destroy();
    });
    onward.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}
