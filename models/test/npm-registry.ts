import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A registry on this machine with one version 1.0.0 of each given package; counts what is asked of it. */
export class NpmRegistry {
  readonly #packages = new Map<string, Buffer>();
  readonly #server: Server;
  tarballRequests = 0;

  private constructor() {
    this.#server = createServer((request, response) => {
      const [, name = '', isTarball] = /^\/([^/]+)(\/-\/.+)?$/.exec(request.url ?? '') ?? [];
      const tarball = this.#packages.get(name);
      if (tarball === undefined) {
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"not_found"}');
      } else if (isTarball !== undefined) {
        this.tarballRequests += 1;
        response.end(tarball);
      } else {
        response.writeHead(200, { 'content-type': 'application/json' }).end(this.#document(name, tarball));
      }
    });
  }

  static async start(): Promise<NpmRegistry> {
    const registry = new NpmRegistry();
    await new Promise<void>((resolve) => registry.#server.listen(0, '127.0.0.1', resolve));
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/`;
  }

  publish(name: string, tarball: Buffer): void {
    this.#packages.set(name, tarball);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #document(name: string, tarball: Buffer): string {
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    const dist = { tarball: `${this.url}${name}/-/${name}-1.0.0.tgz`, integrity };
    return JSON.stringify({
      name,
      'dist-tags': { latest: '1.0.0' },
      versions: { '1.0.0': { name, version: '1.0.0', dist } },
    });
  }
}
