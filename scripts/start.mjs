import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { checkPorts } from './bootstrap/check-ports.mjs';
import { demoSettings, fillDemo } from './bootstrap/demo.mjs';
import { installDependencies } from './bootstrap/install.mjs';
import { ROOT } from './bootstrap/paths.mjs';
import { BootstrapError, formatDuration, runMain, say, step } from './bootstrap/say.mjs';
import { startApi, startDashboard } from './bootstrap/servers.mjs';
import { readSettings } from './bootstrap/settings.mjs';
import { Supervisor } from './bootstrap/supervisor.mjs';
import { describeEnd, waitUntilReady } from './bootstrap/wait-until-ready.mjs';

/** The very first start also fetches a MongoDB (about 100 MB), hence the long wait. */
const API_READY_WITHIN_MS = 10 * 60_000;
const DASHBOARD_READY_WITHIN_MS = 60_000;

const HELP = `Usage: npm start [-- OPTION]

Prepares and starts Rollcall on this computer. Ctrl-C stops it.

  --demo   with a demo company in a data directory of its own
  --help   this text

Environment: API_PORT (4000), DASHBOARD_PORT (3000), ROLLCALL_DATA_DIR (.rollcall); more in .env.example`;

function readOptions() {
  const options = { demo: { type: 'boolean' }, lan: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    throw new BootstrapError(`${error.message.split('.')[0]}. "npm start -- --help" lists the options.`);
  }
}

/** Resolves when somebody asks us to stop; asked again, kills at once. */
function askedToStop(supervisor) {
  let hasBeenAsked = false;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        if (hasBeenAsked) {
          supervisor.kill();
          process.exit(1);
        }
        hasBeenAsked = true;
        resolve('asked');
      });
    }
  });
}

function announce(settings, account) {
  const dataDir = path.relative(ROOT, settings.dataDir);
  say();
  say('Rollcall is running. Ctrl-C stops it.');
  say();
  say(`  Dashboard   http://localhost:${settings.dashboardPort}`);
  say(`  API         http://localhost:${settings.apiPort}/graphql`);
  say(`  Data, logs  ${dataDir.startsWith('..') ? settings.dataDir : dataDir}`);
  if (!account) return;
  say();
  say('  The first administrator:');
  say(`  E-mail      ${account.email}`);
  say(`  Password    ${account.password ?? '(as given in ROLLCALL_ADMIN_PASSWORD)'}`);
  if (account.password) say('  Write it down: it is stored nowhere and never shown again.');
}

/** Fails as soon as a server ends. */
async function failure(ended) {
  throw new BootstrapError(describeEnd(await ended));
}

async function startServers(supervisor, settings, isDemo) {
  let account;
  startApi(supervisor, settings, {
    onFirstStart: (created) => {
      account = created;
    },
    onProgress: (text) => say(`  … ${text}`),
  });
  const { ended } = supervisor;
  const apiUrl = `http://127.0.0.1:${settings.apiPort}/readyz`;
  await step('Database, face models and API', () =>
    waitUntilReady({ name: 'API', url: apiUrl, withinMs: API_READY_WITHIN_MS, ended }),
  );
  if (isDemo) await step('Demo company', () => Promise.race([fillDemo(settings), failure(ended)]));
  startDashboard(supervisor, settings);
  const url = `http://127.0.0.1:${settings.dashboardPort}/`;
  await step('Dashboard', () => waitUntilReady({ name: 'dashboard', url, withinMs: DASHBOARD_READY_WITHIN_MS, ended }));
  return account;
}

async function main() {
  const options = readOptions();
  if (options.help) return say(HELP);
  if (options.lan) {
    throw new BootstrapError(
      '--lan is not built yet: this version answers on this computer only, so start it without.',
    );
  }
  const startedAt = Date.now();
  const settings = options.demo ? demoSettings(readSettings()) : readSettings();
  await checkPorts([
    { name: 'API', variable: 'API_PORT', port: settings.apiPort },
    { name: 'dashboard', variable: 'DASHBOARD_PORT', port: settings.dashboardPort },
  ]);
  await step('Dependencies', installDependencies);
  await step('Build', build);
  // Until here Ctrl-C simply ends us; from here on there are servers to stop.
  const supervisor = new Supervisor();
  const asked = askedToStop(supervisor);
  const running = startServers(supervisor, settings, options.demo).then((account) => {
    announce(settings, account);
    say(`\n  Started in ${formatDuration(Date.now() - startedAt)}.`);
    return supervisor.ended;
  });
  const end = await Promise.race([asked, running]).catch((error) => error);
  if (end === 'asked') say('\nStopping …');
  await supervisor.stop();
  if (end instanceof Error) throw end;
  if (end !== 'asked') throw new BootstrapError(`${describeEnd(end)}\nEverything else was stopped too.`);
  say('Stopped.');
  process.exit(0);
}

await runMain(main);
