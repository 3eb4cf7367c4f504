import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedEvent {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: what was sent, as the test expects it
  readonly json: any;
}

/** Another program that is told what happens. `answer` decides how it behaves; by default it says 204. */
export class WebhookReceiver {
  readonly received: ReceivedEvent[] = [];
  answer: (event: ReceivedEvent, response: ServerResponse) => void = (_event, response) =>
    response.writeHead(204).end();

  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      const event = {
        path: request.url ?? '',
        headers: request.headers,
        body,
        json: body === '' ? null : JSON.parse(body),
      };
      this.received.push(event);
      this.answer(event, response);
    });
  });

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
