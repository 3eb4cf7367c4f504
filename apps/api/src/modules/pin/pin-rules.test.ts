import { expect, it } from 'vitest';
import { weaknessOf } from './pin-rules.js';

it.each([
  ['12345', 'too short'],
  ['1234567890123', 'too long'],
  ['12a456', 'not digits'],
  ['000000', 'one digit'],
  ['123456', 'a row'],
  ['987654', 'a row downwards'],
  ['890123', 'a row over the nine'],
  ['121212', 'two digits again and again'],
  ['417417', 'three digits again and again'],
  ['910019', 'the employee number'],
])('%s is refused: %s', (pin) => {
  expect(weaknessOf(pin, 'E-1001')).toMatch(/^A PIN /);
});

it.each(['481920', '700351', '20486113'])('%s is taken', (pin) => {
  expect(weaknessOf(pin, 'E-1001')).toBeNull();
});
