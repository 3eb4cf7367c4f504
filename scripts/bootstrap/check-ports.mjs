import net from 'node:net';
import { BootstrapError } from './say.mjs';

/** @param {number} port @returns {Promise<'free' | 'taken' | 'forbidden'>} on the loopback address */
export function probePort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE') resolve('taken');
      else if (error.code === 'EACCES') resolve('forbidden');
      else reject(error);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve('free')));
  });
}

/**
 * @param {ReadonlyArray<{ name: string, variable: string, port: number }>} ports
 * @throws BootstrapError naming the first port that cannot be used, before anything is started
 */
export async function checkPorts(ports) {
  for (const { name, variable, port } of ports) {
    const state = await probePort(port);
    if (state === 'free') continue;
    const why = state === 'taken' ? 'is taken by another program' : 'may not be used by this user';
    throw new BootstrapError(
      `Port ${port} for the ${name} ${why}: stop that program, or choose another port with ${variable}=${port + 1000} npm start.`,
    );
  }
}
