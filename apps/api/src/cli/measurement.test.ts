import { InvalidArgumentError } from 'commander';
import { expect, test } from 'vitest';
import type { CliState } from './cli-state.js';
import { CliError } from './exit-codes.js';
import { commandOf, parseCount, parseCounts, parseDate, parseSize, runMeasurement } from './measurement.js';

function newState() {
  const out: string[] = [];
  const state: CliState = { terminal: { out: (line) => out.push(line), error: () => undefined }, exitCode: 0 };
  return { state, out };
}

test('the command in a report names options, and of paths no more than the last two names', () => {
  const flags = {
    pairs: '/srv/sets/lfw/pairs.csv',
    allPairs: true,
    pad: 'off',
    thumbnails: true,
    json: true,
    mirror: undefined,
  };
  expect(commandOf('evaluate', flags)).toBe('rollcall face evaluate --pairs lfw/pairs.csv --all-pairs --pad off');
  expect(commandOf('bench', { peers: false })).toBe('rollcall face bench --no-peers');
  expect(commandOf('bench', { gallery: [5, 10] })).toBe('rollcall face bench --gallery 5,10');
});

test('the exit code of a measurement is passed on and its text printed', async () => {
  const { state, out } = newState();
  await runMeasurement(state, {}, async () => ({ exitCode: 1, report: {}, text: 'raise it\n', files: ['a.json'] }));
  expect(state.exitCode).toBe(1);
  expect(out).toEqual(['raise it', 'written: a.json']);
});

test('with --json only the report is printed', async () => {
  const { state, out } = newState();
  await runMeasurement(state, { json: true }, async () => ({ exitCode: 0, report: { n: 1 }, text: 'text', files: [] }));
  expect(JSON.parse(out.join(''))).toEqual({ n: 1 });
});

test('a measurement that could not be carried out ends with its sentence', async () => {
  const work = async () => ({ exitCode: 2 as const, report: null, text: 'There is no such file.', files: [] });
  await expect(runMeasurement(newState().state, {}, work)).rejects.toThrow(new CliError('There is no such file.'));
});

test('counts are whole and from 1, dates are days', () => {
  expect(parseCount('12')).toBe(12);
  for (const text of ['0', '1.5', 'x', '']) expect(() => parseCount(text)).toThrow(InvalidArgumentError);
  expect(parseCounts('1000,20')).toEqual([1000, 20]);
  for (const text of ['', '5,', '5,x', '5;6']) expect(() => parseCounts(text)).toThrow(InvalidArgumentError);
  expect(parseDate('2026-11-24')).toBe('2026-11-24');
  for (const text of ['24.11.2026', '2026-13-01', 'today']) expect(() => parseDate(text)).toThrow(InvalidArgumentError);
});

test('a size is two whole numbers of pixels that an image may have', () => {
  expect(parseSize('640x480')).toEqual({ width: 640, height: 480 });
  for (const text of ['640', '640x', '0x480', '640x48', '640x5000', '-640x480', '640x480x3', '6e2x480'])
    expect(() => parseSize(text), text).toThrow(InvalidArgumentError);
});
