import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Stands before a server and breaks connections when it is told to, as networks do. */
export class CuttingProxy {
  private readonly sockets = new Set<Socket>();
  private answersToLose = 0;
  /** Connections that were opened. */
  opened = 0;
  private readonly server = createServer((near) => this.join(near));

  private constructor(private readonly target: number) {}

  static async before(url: string): Promise<CuttingProxy> {
    const proxy = new CuttingProxy(Number(new URL(url).port));
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next answer of the server is received and thrown away. */
  loseNextAnswer(): void {
    this.answersToLose += 1;
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.cutAll();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket): void {
    this.opened += 1;
    const far = connect(this.target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
    near.pipe(far);
    far.on('data', (bytes) => {
      if (this.answersToLose > 0) {
        this.answersToLose -= 1;
        near.destroy();
      } else near.write(bytes);
    });
  }
}
