import { describe, expect, it } from 'vitest';
import { passwordProblem } from './password-policy.js';

describe('passwordProblem', () => {
  it.each([
    ['elevenchars', 'TOO_SHORT'],
    ['x'.repeat(257), 'TOO_LONG'],
    ['aaaaaaaaaaaaaaa', 'TOO_REPETITIVE'],
    ['xk7qxk7qxk7qxk7q', 'TOO_REPETITIVE'],
    ['123456789012', 'TOO_REPETITIVE'],
    ['password1234', 'TOO_COMMON'],
    ['P@ssw0rd!2024', 'TOO_COMMON'],
    ['Welcome2024!!', 'TOO_COMMON'],
    ['qwertyuiop123', 'TOO_COMMON'],
    ['AdminAdmin1234', 'TOO_COMMON'],
    ['iloveyousunshine', 'TOO_COMMON'],
    ['correcthorsebatterystaple', 'TOO_COMMON'],
  ])('refuses %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });

  it('refuses a password that is little more than the name or the address', () => {
    expect(passwordProblem('annabelle.meyer1', ['annabelle.meyer'])).toBe('HOLDS_THE_NAME');
  });

  it.each([
    'tulip carpet ninety fog',
    'vX3pLq9ZrT0a',
    'grüner Zug fährt leise',
    '雨の日は静かに本を読む時間です',
    'my kettle hums at dawn',
  ])('takes %s, whatever kinds of characters it has', (password) => {
    expect(passwordProblem(password, ['somebody@example.org'])).toBeNull();
  });
});
