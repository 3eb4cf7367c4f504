import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../bootstrap/paths.mjs';
import { CASE_FILES, caseTable } from './case-table.mjs';

const fileOf = (name, ...assertionResults) => ({ name: inRoot(name), status: 'passed', message: '', assertionResults });
const report = {
  testResults: [
    fileOf('packages/db/src/a.test.ts', { status: 'passed', fullName: 'not of the table' }),
    ...CASE_FILES.map((name, index) => fileOf(name, { status: 'passed', fullName: `case ${index}` })).reverse(),
  ],
};

test('the case table names each case with its outcome, in the order of the table', () => {
  report.testResults[1].assertionResults.push(
    { status: 'failed', fullName: ' any input is wrong' },
    { status: 'pending', fullName: 'later' },
  );
  expect(caseTable(report)).toEqual([
    `${CASE_FILES[0]}:`,
    '  ✓ case 0',
    `${CASE_FILES[1]}:`,
    '  ✓ case 1',
    `${CASE_FILES[2]}:`,
    '  ✓ case 2',
    '  ✗ any input is wrong',
    '  – later',
  ]);
});

test('a file of the case table that was not run is a failure, not a shorter table', () => {
  expect(() => caseTable({ testResults: report.testResults.slice(0, -1) })).toThrow(`${CASE_FILES[0]} has no case`);
});

test.each(CASE_FILES)('%s is there', (file) => {
  expect(existsSync(inRoot(file))).toBe(true);
});
