import { expect, it } from 'vitest';
import { likenessOf } from './likeness';

it.each([
  [0.599, 'below'],
  [0.6, 'close'],
  [0.639, 'close'],
  [0.641, 'clear'],
  [1, 'clear'],
] as const)('a similarity of %s at a threshold of 0.6 is called %s', (similarity, word) => {
  expect(likenessOf(similarity, { threshold: 0.6 })).toBe(word);
});
