import path from 'node:path';
import { ROOT } from '../bootstrap/paths.mjs';

/** Where the rows of the attendance case table stand as tests: the table itself, what a rebuild changes, and any input. */
export const CASE_FILES = [
  'packages/attendance/src/hard-cases.test.ts',
  'packages/attendance/src/diff/diff.test.ts',
  'packages/attendance/src/rules.property.test.ts',
];

const MARKS = { passed: '✓', failed: '✗' };

/**
 * The named cases of the attendance rules out of vitest's JSON report, one a line, in the order of the files.
 *
 * @throws Error if a file is not in the report or has no test: the table would be shorter than it is
 */
export function caseTable(report) {
  return CASE_FILES.flatMap((file) => {
    const found = report.testResults.find(({ name }) => path.relative(ROOT, name).split(path.sep).join('/') === file);
    if (found === undefined || found.assertionResults.length === 0)
      throw new Error(`${file} has no case in the report`);
    return [
      `${file}:`,
      ...found.assertionResults.map(({ status, fullName }) => `  ${MARKS[status] ?? '–'} ${fullName.trim()}`),
    ];
  });
}
