import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import { describe, expect, it } from 'vitest';
import { downloadDeadline } from './download-deadline.js';

const UNREAD_MS = 150;
const PART = Buffer.alloc(1 << 20);
/** More than the buffers of two sockets hold. */
const PARTS = 64;

/** Sends a file over HTTP. @returns how the sending ended, and what came */
async function download(parts: () => AsyncIterable<Buffer>, take: (answer: IncomingMessage) => Promise<number>) {
  let ended: Promise<string> = Promise.resolve('never began');
  const app = express();
  app.use(downloadDeadline(UNREAD_MS));
  app.get('/', (_request, response) => {
    ended = pipeline(Readable.from(parts()), response).then(
      () => 'sent',
      () => 'cut off',
    );
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const [answer] = (await once(get({ port: (server.address() as AddressInfo).port }), 'response')) as [IncomingMessage];
  answer.on('error', () => undefined);
  const taken = await take(answer);
  const end = await ended;
  answer.destroy();
  server.close();
  return { end, taken };
}

async function* allAtOnce() {
  for (let i = 0; i < PARTS; i += 1) yield PART;
}

async function* madeSlowly() {
  yield PART;
  await sleep(UNREAD_MS * 3);
  yield PART;
}

describe('a file that is downloaded', () => {
  it('is cut off when nobody takes what waits', async () => {
    const { end } = await download(allAtOnce, async () => 0);
    expect(end).toBe('cut off');
  });

  it('goes to the end for who takes it slowly, longer than the limit in all', async () => {
    const { end, taken } = await download(allAtOnce, async (answer) => {
      let bytes = 0;
      let pauses = 0;
      for await (const part of answer) {
        bytes += part.length;
        if (bytes > pauses * 4 * PART.length) {
          pauses += 1;
          await sleep(UNREAD_MS / 5);
        }
      }
      return bytes;
    });
    expect({ end, taken }).toEqual({ end: 'sent', taken: PARTS * PART.length });
  });

  it('is not cut off while it is still being made', async () => {
    const { end, taken } = await download(madeSlowly, async (answer) => {
      let bytes = 0;
      for await (const part of answer) bytes += part.length;
      return bytes;
    });
    expect({ end, taken }).toEqual({ end: 'sent', taken: 2 * PART.length });
  });
});
