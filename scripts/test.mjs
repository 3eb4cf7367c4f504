import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './bootstrap/build.mjs';
import { installDependencies } from './bootstrap/install.mjs';
import { inRoot, TOOLS } from './bootstrap/paths.mjs';
import { BootstrapError, formatDuration, runMain, say, step } from './bootstrap/say.mjs';
import { caseTable } from './testing/case-table.mjs';
import { findChromium } from './testing/find-chromium.mjs';
import { countPlaywright, countVitest, readResults } from './testing/read-results.mjs';
import { BROWSER_CHECKS, runStep, SINGLE_STEPS } from './testing/steps.mjs';
import { Tally } from './testing/tally.mjs';

/** How much of a failed page's outline is printed. */
const PAGE_LINES = 150;

/** Says what begins and how long it took; answers what the run answers. */
async function section(name, run) {
  const startedAt = Date.now();
  say(`\n── ${name}`);
  const result = await run();
  say(`── ${name}: ${formatDuration(Date.now() - startedAt)}`);
  return result;
}

/** A step that counts as one test. A BootstrapError is its failure; its sentence is shown. */
async function single(tally, name, run) {
  try {
    await step(name, run);
    tally.pass();
    return true;
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    say(`✗ ${error.message}`);
    tally.fail(name);
    return false;
  }
}

async function runLint(tally) {
  for (const { name, args } of SINGLE_STEPS) {
    const code = await section(name, () => runStep(args));
    if (code === 0) tally.pass();
    else tally.fail(name);
  }
}

async function runVitest(tally, project, reports) {
  const file = path.join(reports, `${project}.json`);
  const args = [TOOLS.vitest, 'run', '--project', project, '--reporter=default', '--reporter=json'];
  const code = await section(`tests: ${project}`, () => runStep([...args, `--outputFile.json=${file}`]));
  tally.add(readResults(project, file, code, countVitest));
  return file;
}

/** The default reporter shows a file with all its passed tests as one line; these are the ones people look for by name. */
async function showCaseTable(tally, file) {
  await section('case table of the attendance rules', () => {
    try {
      if (existsSync(file)) for (const line of caseTable(JSON.parse(readFileSync(file, 'utf8')))) say(line);
    } catch (error) {
      tally.fail(`case table: ${error.message}`);
    }
  });
}

async function runEndToEnd(tally, reports) {
  let chromium;
  try {
    chromium = await findChromium();
  } catch (error) {
    if (!(error instanceof BootstrapError)) throw error;
    say(`✗ ${error.message}`);
    tally.fail('tests: e2e (no browser)');
    return;
  }
  const file = path.join(reports, 'e2e.json');
  const args = [TOOLS.playwright, 'test', '--config=e2e/playwright.config.ts', '--reporter=list,json'];
  const env = { ROLLCALL_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const code = await section('tests: e2e', () => runStep(args, env));
  tally.add(readResults('e2e', file, code, countPlaywright));
  if (code !== 0) showPagesOfFailures();
}

/** What was on the page when a test failed: on a machine that keeps no files, the log is all there is. */
function showPagesOfFailures() {
  const folder = inRoot('e2e/test-results');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('error-context.md'))) {
    say(`\n── ${name}\n${readFileSync(path.join(folder, name), 'utf8').split('\n').slice(0, PAGE_LINES).join('\n')}`);
  }
}

/** Takes 10 to 25 minutes; its report lies in packages/attendance/reports. */
async function runMutants() {
  const code = await runStep(
    [inRoot('node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
    {},
    inRoot('packages/attendance'),
  );
  if (code !== 0) throw new BootstrapError('Fewer mutants were noticed than promised.');
}

/** Takes 5 to 16 minutes. */
async function runSchemathesis() {
  const code = await runStep([inRoot('apps/api/test/schemathesis/check.mjs')]);
  if (code === 2) throw new BootstrapError('Schemathesis cannot be had; what is missing stands above.');
  if (code !== 0) throw new BootstrapError('Schemathesis broke something or reached too little; see above.');
}

async function runBrowserCheck({ config, only = [] }) {
  const code = await runStep([inRoot('scripts/e2e.mjs'), `--config=e2e/${config}.config.ts`, ...only]);
  if (code !== 0) throw new BootstrapError('See above.');
}

async function runFull(tally) {
  await single(tally, 'Mutants of the attendance rules', runMutants);
  await single(tally, 'Schemathesis against the API', runSchemathesis);
  for (const check of BROWSER_CHECKS) await single(tally, check.name, () => runBrowserCheck(check));
}

async function runAll(tally) {
  if (!(await single(tally, 'Dependencies', installDependencies))) return;
  const isBuilt = await single(tally, 'Types and build', build);
  await runLint(tally);
  if (!isBuilt) return;
  const reports = mkdtempSync(path.join(tmpdir(), 'rollcall-test-'));
  await showCaseTable(tally, await runVitest(tally, 'unit', reports));
  await runVitest(tally, 'medium', reports);
  await runEndToEnd(tally, reports);
}

async function main() {
  const { values } = parseArgs({ options: { full: { type: 'boolean' } } });
  const startedAt = Date.now();
  const tally = new Tally();
  try {
    await runAll(tally);
    if (values.full) await runFull(tally);
  } catch (error) {
    say(error.stack);
    tally.fail(`the test command itself: ${error.message}`);
  }
  say(`\nAll of it: ${formatDuration(Date.now() - startedAt)}`);
  for (const line of tally.report()) say(line);
  process.exitCode = tally.isGreen ? 0 : 1;
}

await runMain(main);
