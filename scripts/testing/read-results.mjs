import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/**
 * What a runner's report says, with the ways closed in which a broken run could look green: no report, no test at all,
 * or an exit code that does not fit the report.
 *
 * @param {string} name of the runner, for the failures
 * @param {string} file its JSON report
 * @param {number} exitCode of its process
 * @param {(report: object) => { passed: number, skipped: number, failures: string[] }} count
 */
export function readResults(name, file, exitCode, count) {
  if (!existsSync(file))
    return { passed: 0, skipped: 0, failures: [`${name}: ended with code ${exitCode}, no report`] };
  const result = count(JSON.parse(readFileSync(file, 'utf8')));
  if (result.passed + result.skipped + result.failures.length === 0) result.failures.push(`${name}: found no test`);
  else if (exitCode !== 0 && result.failures.length === 0) result.failures.push(`${name}: ended with code ${exitCode}`);
  return result;
}

const relative = (file) => path.relative(ROOT, file);

/** Counts vitest's JSON report. A file that could not be loaded is one failure. */
export function countVitest(report) {
  const result = { passed: 0, skipped: 0, failures: [] };
  for (const file of report.testResults) {
    if (file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')) {
      result.failures.push(`${relative(file.name)}: ${file.message.split('\n')[0]}`);
    }
    for (const test of file.assertionResults) {
      if (test.status === 'passed') result.passed += 1;
      else if (test.status === 'failed') result.failures.push(`${relative(file.name)} › ${test.fullName}`);
      else result.skipped += 1;
    }
  }
  return result;
}

/** Counts Playwright's JSON report. An error outside a test, in the set-up say, is one failure; who needed a second try is named. */
export function countPlaywright(report) {
  const failures = report.errors.map((error) => `e2e: ${firstLine(error.message)}`);
  const result = { passed: 0, skipped: 0, failures, secondTries: [] };
  const visit = (suite, titles) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const name = ['e2e', ...titles, spec.title].join(' › ');
        if (test.status === 'skipped') result.skipped += 1;
        else if (test.status === 'expected' || test.status === 'flaky') result.passed += 1;
        else result.failures.push(name);
        if (test.status === 'flaky') result.secondTries.push(name);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...titles, inner.title]);
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  return result;
}

const firstLine = (text = 'error without a message') => text.split('\n')[0];
