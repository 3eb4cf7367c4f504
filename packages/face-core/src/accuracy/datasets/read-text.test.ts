import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DatasetError } from './dataset-error.js';
import { readFaceLabels } from './face-labels.dataset.js';
import { readPadLabels } from './pad-labels.dataset.js';
import { readPairs } from './read-dataset.js';

it.each([
  ['pairs', readPairs],
  ['labels of faces', readFaceLabels],
  ['labels of attacks', readPadLabels],
] as const)('a file of %s that is not there, and a folder in its place, is named in a sentence', (_what, read) => {
  const missing = join(tmpdir(), 'rollcall-no-such-file.csv');
  expect(() => read(missing)).toThrow(DatasetError);
  expect(() => read(missing)).toThrow(`${missing}: There is no such file.`);
  expect(() => read(tmpdir())).toThrow(`${tmpdir()}: The file cannot be read.`);
});
