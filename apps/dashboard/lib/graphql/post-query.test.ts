import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { postQuery } from './post-query';

const open: Array<() => void> = [];

async function listen(onRequest: RequestListener): Promise<string> {
  const server = createServer(onRequest).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  open.push(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const close of open.splice(0)) close();
});

describe('postQuery', () => {
  it('asks again when the connection was closed under the first request', async () => {
    const bodies: string[] = [];
    const url = await listen(async (request, response) => {
      bodies.push((await request.toArray()).join(''));
      if (bodies.length === 1) request.socket.destroy();
      else response.end('answer');
    });
    const response = await postQuery(url, { 'content-type': 'application/json' }, '{"query":"x"}');
    expect(await response.text()).toBe('answer');
    expect(bodies).toEqual(['{"query":"x"}', '{"query":"x"}']);
  });

  it('gives up after the second broken connection', async () => {
    let asked = 0;
    const url = await listen((request) => {
      asked += 1;
      request.socket.destroy();
    });
    await expect(postQuery(url, {}, '{}')).rejects.toThrow('fetch failed');
    expect(asked).toBe(2);
  });
});
