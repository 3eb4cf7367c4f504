import net from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { checkDisk } from './check-disk.mjs';
import { checkPorts } from './check-ports.mjs';
import { readSettings } from './settings.mjs';

const servers = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

function listen(host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    servers.push(server);
    server.listen(0, host, () => resolve(server.address().port));
  });
}

test.each(['127.0.0.1', '0.0.0.0'])('a port taken on %s is named together with the way out', async (host) => {
  const port = await listen(host);
  await expect(checkPorts([{ name: 'API', variable: 'API_PORT', port }])).rejects.toThrow(
    new RegExp(`^Port ${port} for the API is taken by another program: .*API_PORT=\\d+ npm start\\.$`),
  );
});

test('a free port passes and is free again afterwards', async () => {
  const port = await listen('127.0.0.1');
  await new Promise((resolve) => servers.pop().close(resolve));
  const ports = [{ name: 'API', variable: 'API_PORT', port }];
  await checkPorts(ports);
  await checkPorts(ports);
});

test('too little disk is told with both numbers, enough passes', () => {
  const disk = () => ({ bavail: 1024, bsize: 1024 * 1024 });
  expect(() => checkDisk(4 * 1024 ** 3, disk)).toThrow(/has 1\.0 GB free and 4\.0 GB are needed/);
  checkDisk(1024 ** 3, disk);
});

test('a port that is no port, and one port for both servers, are refused', () => {
  vi.stubEnv('API_PORT', '80a');
  expect(readSettings).toThrow(/^API_PORT is "80a"/);
  vi.stubEnv('API_PORT', '3000');
  vi.stubEnv('DASHBOARD_PORT', '3000');
  expect(readSettings).toThrow(/are both 3000/);
});

test('without settings the documented defaults hold', () => {
  for (const name of ['API_PORT', 'DASHBOARD_PORT', 'ROLLCALL_DATA_DIR']) vi.stubEnv(name, '');
  expect(readSettings()).toMatchObject({
    apiPort: 4000,
    dashboardPort: 3000,
    dataDir: expect.stringMatching(/\.rollcall$/),
  });
});
