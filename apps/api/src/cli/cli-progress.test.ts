import { expect, test } from 'vitest';
import { progressBar } from './cli-progress.js';

function terminal(isTTY: boolean) {
  const written: string[] = [];
  return { stream: { isTTY, write: (text: string) => written.push(text) }, written };
}

test('a pipe gets no progress bar', () => {
  const { stream, written } = terminal(false);
  const { onProgress, end } = progressBar(stream);
  onProgress({ stage: 'x', done: 1, total: 2 });
  end();
  expect(written).toEqual([]);
});

test('a terminal gets one line that is redrawn at most ten times a second, always at the end, and wiped', () => {
  const { stream, written } = terminal(true);
  let time = 0;
  const { onProgress, end } = progressBar(stream, () => time);
  onProgress({ stage: 'embedding', done: 1, total: 4 });
  time = 50;
  onProgress({ stage: 'embedding', done: 2, total: 4 });
  onProgress({ stage: 'embedding', done: 4, total: 4 });
  end();
  expect(written).toHaveLength(3);
  expect(written[0]).toContain('[######..................] embedding 1/4');
  expect(written[1]).toContain('4/4');
  expect(written.at(-1)).toBe('\r\u001b[K');
});
