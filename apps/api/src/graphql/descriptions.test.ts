import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type DescribedElement, describedElements } from './described-elements.js';
import { createSchema } from './schema.js';

const MIN_LENGTH = 10;

/** Why a description is none; null: it is one. */
function problemOf({ name, description }: DescribedElement): string | null {
  const text = description?.trim() ?? '';
  if (text === '') return 'is missing';
  if (text.replace(/\W/g, '').toLowerCase() === name.replace(/\W/g, '').toLowerCase()) return 'only repeats the name';
  if (text.length < MIN_LENGTH) return `is shorter than ${MIN_LENGTH} characters`;
  if (/^\p{Ll}/u.test(text)) return 'begins with a small letter';
  return /[.!?]$/.test(text) ? null : 'does not end as a sentence';
}

const problemsOf = (elements: readonly DescribedElement[]): readonly string[] =>
  elements.flatMap((element) => {
    const problem = problemOf(element);
    return problem === null ? [] : [`${element.path}: ${problem}`];
  });

describe('descriptions of the schema', () => {
  it('say something about every type, field, argument and enum value, in sentences', () => {
    const elements = describedElements(createSchema());
    expect(elements.length).toBeGreaterThan(1_500);
    expect(problemsOf(elements)).toEqual([]);
  });

  it.each([
    ['type T { "What it is called." a: Int }', ['T: is missing']],
    ['"A thing to try." type T { a: Int }', ['T.a: is missing']],
    [
      '"A thing to try." type T { "A number." a(b: Int): Int }',
      ['T.a: is shorter than 10 characters', 'T.a(b): is missing'],
    ],
    [
      '"A thing to try." input I { "employee number" employeeNumber: Int }',
      ['I.employeeNumber: only repeats the name'],
    ],
    ['"A thing to try." enum E { "the first letter." A }', ['E.A: begins with a small letter']],
    ['"A thing to try" interface N { "Its own number." a: Int }', ['N: does not end as a sentence']],
  ])('are looked for everywhere: %s', (text, problems) => {
    expect(problemsOf(describedElements(buildSchema(text)))).toEqual(problems);
  });
});
