import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, expect, test, vi } from 'vitest';
import { inRoot } from './paths.mjs';
import { Supervisor } from './supervisor.mjs';
import { describeEnd, waitUntilReady } from './wait-until-ready.mjs';

vi.setConfig({ testTimeout: 30_000 });

/** A server that prints its port, and when asked to stop says so in the file it was given and ends. */
const SERVER = `
  import { appendFileSync } from 'node:fs';
  import http from 'node:http';
  const [name, file] = process.argv.slice(2);
  const server = http.createServer((_, response) => response.end('ok')).listen(0, '127.0.0.1', () => {
    console.log('PORT ' + server.address().port);
  });
  process.on('SIGTERM', () => { appendFileSync(file, name + ' '); process.exit(0); });
`;

let folder;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rollcall-supervisor-'));
  writeFileSync(path.join(folder, 'server.mjs'), SERVER);
  writeFileSync(path.join(folder, 'stopped.txt'), '');
});

/** Starts the small server; resolves with its port. */
function startServer(supervisor, name) {
  return new Promise((resolve) => {
    supervisor.start({
      name,
      args: [path.join(folder, 'server.mjs'), name, path.join(folder, 'stopped.txt')],
      cwd: folder,
      env: {},
      logFile: path.join(folder, `${name}.log`),
      filterLine(line) {
        if (line.startsWith('PORT ')) resolve(Number(line.slice('PORT '.length)));
        return false;
      },
    });
  });
}

const stopped = () => readFileSync(path.join(folder, 'stopped.txt'), 'utf8').trim();

test('servers are stopped one after the other, the last started first', async () => {
  const supervisor = new Supervisor();
  await startServer(supervisor, 'api');
  await startServer(supervisor, 'dashboard');
  await supervisor.stop();
  expect(stopped()).toBe('dashboard api');
});

test('a server that ends by itself is told by name, with its last lines and its log', async () => {
  const supervisor = new Supervisor();
  const logFile = path.join(folder, 'x.log');
  const args = ['-e', "console.error('no licence for this'); process.exitCode = 3"];
  supervisor.start({ name: 'API', args, cwd: folder, env: {}, logFile });
  const end = await supervisor.ended;
  expect(describeEnd(end)).toBe(
    `The API stopped by itself with code 3 (log: ${logFile}); its last lines were:\nno licence for this`,
  );
  const waiting = waitUntilReady({
    name: 'API',
    url: 'http://127.0.0.1:9/',
    withinMs: 20_000,
    ended: supervisor.ended,
  });
  await expect(waiting).rejects.toThrow('The API stopped by itself with code 3');
});

test('a line that the filter keeps never reaches the log', async () => {
  const supervisor = new Supervisor();
  const args = ['-e', "console.log('SECRET password'); console.log('ready')"];
  const logFile = path.join(folder, 'y.log');
  const filterLine = (line) => line.startsWith('SECRET');
  supervisor.start({ name: 'API', args, cwd: folder, env: {}, logFile, filterLine });
  expect((await supervisor.ended).lastLines).toEqual(['ready']);
  await vi.waitFor(() => expect(readFileSync(logFile, 'utf8')).toBe('ready\n'));
});

test('a server that answers is ready', async () => {
  const supervisor = new Supervisor();
  const port = await startServer(supervisor, 'api');
  await waitUntilReady({ name: 'API', url: `http://127.0.0.1:${port}/`, withinMs: 20_000, ended: supervisor.ended });
  await supervisor.stop();
});

test('servers stop cleanly when the starter is killed hard', async () => {
  const module = pathToFileURL(inRoot('scripts/bootstrap/supervisor.mjs')).href;
  const options = { name: 'api', args: [path.join(folder, 'server.mjs'), 'api', path.join(folder, 'stopped.txt')] };
  const starter = `
    import { Supervisor } from '${module}';
    new Supervisor().start({ ...${JSON.stringify(options)}, cwd: '${folder}', env: {}, logFile: '${folder}/z.log',
      filterLine: (line) => console.log(line) });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', starter], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  child.kill('SIGKILL');
  await vi.waitFor(() => expect(stopped()).toBe('api'), { timeout: 20_000 });
});
