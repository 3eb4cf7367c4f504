import { existsSync, readFileSync, statSync } from 'node:fs';
import { inRoot, ROOT } from '../bootstrap/paths.mjs';
import { runTool } from '../bootstrap/run-tool.mjs';
import { findForbidden } from './forbidden-content.mjs';

/** Looks at every file git knows or would add: no photo, weight, secret, machine path or registry host among them. */
const { code, stdout, output } = await runTool('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard']);
if (code !== 0) {
  console.error(`✗ git could not list the files: ${output}`);
  process.exit(1);
}

/** The registries that npm and pip of this machine are set to, mirrors in a closed network for example. */
async function privateHosts() {
  const npm = await runTool('npm', ['config', 'get', 'registry'], { cwd: ROOT });
  const addresses = [npm.stdout, process.env.PIP_INDEX_URL ?? ''].flatMap(
    (text) => text.match(/https?:\/\/[^/\s]+/g) ?? [],
  );
  const hosts = addresses.map((address) => new URL(address).hostname);
  return hosts.filter((host) => host !== 'localhost' && host !== '127.0.0.1');
}

const hosts = await privateHosts();
const files = stdout.split('\0').filter((file) => file && existsSync(inRoot(file)) && statSync(inRoot(file)).isFile());
const findings = files.flatMap((file) =>
  findForbidden(file, readFileSync(inRoot(file)), hosts).map((why) => `${file}: ${why}`),
);
if (files.length === 0) findings.push('git lists no file at all');
for (const finding of findings) console.error(`✗ ${finding}`);
console.log(`committed files: ${files.length} files, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
