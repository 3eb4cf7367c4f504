import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inRoot } from '../bootstrap/paths.mjs';
import { countPlaywright, countVitest, readResults } from './read-results.mjs';
import { Tally } from './tally.mjs';

const vitestReport = {
  testResults: [
    {
      name: inRoot('packages/db/src/a.test.ts'),
      status: 'failed',
      message: '',
      assertionResults: [
        { status: 'passed', fullName: 'one' },
        { status: 'failed', fullName: 'two' },
        { status: 'pending', fullName: 'three' },
      ],
    },
    {
      name: inRoot('packages/db/src/b.test.ts'),
      status: 'failed',
      message: 'SyntaxError: x\n at',
      assertionResults: [],
    },
  ],
};

const playwrightReport = {
  errors: [],
  suites: [
    {
      title: 'a.spec.ts',
      specs: [{ title: 'one', tests: [{ status: 'expected' }] }],
      suites: [
        {
          title: 'group',
          specs: [
            { title: 'two', tests: [{ status: 'unexpected' }] },
            { title: 'three', tests: [{ status: 'flaky' }] },
            { title: 'four', tests: [{ status: 'skipped' }] },
          ],
        },
      ],
    },
  ],
};

function reportFile(content) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'rollcall-results-')), 'report.json');
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test('vitest: tests are counted by their status, a file that does not load is one failure', () => {
  expect(countVitest(vitestReport)).toEqual({
    passed: 1,
    skipped: 1,
    failures: ['packages/db/src/a.test.ts › two', 'packages/db/src/b.test.ts: SyntaxError: x'],
  });
});

test('Playwright: a test that passed only at the second try has passed and is named, an error outside of tests has failed', () => {
  expect(countPlaywright({ ...playwrightReport, errors: [{ message: 'no server\nat' }] })).toEqual({
    passed: 2,
    skipped: 1,
    failures: ['e2e: no server', 'e2e › a.spec.ts › group › two'],
    secondTries: ['e2e › a.spec.ts › group › three'],
  });
});

test.each([
  ['no report', '/nowhere/report.json', 0, 'unit: ended with code 0, no report'],
  ['no test', reportFile({ testResults: [] }), 0, 'unit: found no test'],
  [
    'a bad exit although all passed',
    reportFile({
      testResults: [{ ...vitestReport.testResults[0], status: 'passed', assertionResults: [{ status: 'passed' }] }],
    }),
    1,
    'unit: ended with code 1',
  ],
])('a runner with %s has failed', (_what, file, code, failure) => {
  expect(readResults('unit', file, code, countVitest).failures).toEqual([failure]);
});

test('the last line sums up, failing names stand above it', () => {
  const tally = new Tally();
  tally.pass();
  tally.add({ passed: 3, skipped: 0, failures: [] });
  expect(tally.report().at(-1)).toBe('4 passed, 0 failed');
  expect(tally.isGreen).toBe(true);
  tally.add({ passed: 0, skipped: 2, failures: ['a › b'] });
  tally.fail('lint: biome');
  expect(tally.report()).toEqual(['✗ a › b', '✗ lint: biome', '', '4 passed, 2 failed, 2 skipped']);
  expect(tally.isGreen).toBe(false);
});

test('who needed a second try is named above all', () => {
  const tally = new Tally();
  tally.add({ passed: 2, skipped: 0, failures: [], secondTries: ['e2e › a'] });
  expect(tally.report()).toEqual(['~ passed at the second try only: e2e › a', '', '2 passed, 0 failed']);
  expect(tally.isGreen).toBe(true);
});

test('a run in which nothing was tested is not green', () => {
  expect(new Tally().isGreen).toBe(false);
});
