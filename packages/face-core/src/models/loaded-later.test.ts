import { expect, test } from 'vitest';
import { LoadedLater } from './loaded-later.js';

test('is loaded once, however many ask at the same time, and not before', async () => {
  let loads = 0;
  const net = new LoadedLater(async () => ++loads);
  expect(loads).toBe(0);
  expect(await Promise.all([net.get(), net.get(), net.get()])).toEqual([1, 1, 1]);
});

test('a failure goes to all who waited for it, and the next one loads again', async () => {
  let loads = 0;
  const net = new LoadedLater(async () => {
    loads += 1;
    if (loads === 1) throw new Error('not readable just now');
    return loads;
  });
  const both = await Promise.allSettled([net.get(), net.get()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await net.get()).toBe(2);
  expect(await net.get()).toBe(2);
});
