import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { ACCEPTED_BREAKING_CHANGES } from './accepted-breaking-changes.js';
import { createSchema } from './schema.js';
import { breakingChanges, evolutionProblems, undatedDeprecations } from './schema-evolution.js';

const released = buildSchema(readFileSync(new URL('../../schema.released.graphql', import.meta.url), 'utf8'));
const schema = createSchema();

/** A small API before a change. */
const BEFORE = `
  type Query { person(id: ID!, first: Int = 20): Person }
  type Person { id: ID!  name: String!  kind: Kind }
  enum Kind { A B }
  input New { name: String  kind: Kind = A }
`;
const before = buildSchema(BEFORE);
const changed = (from: string, to: string) => buildSchema(BEFORE.replace(from, to));

describe('the schema', () => {
  it('breaks no program that was written for the released one, but for what is accepted with a date and a reason', () => {
    expect(evolutionProblems(released, schema, ACCEPTED_BREAKING_CHANGES)).toEqual([]);
  });

  it('says since when something is deprecated', () => {
    expect(undatedDeprecations(schema)).toEqual([]);
  });
});

describe('breakingChanges', () => {
  it.each([
    ['a field is gone', 'name: String!', '', 'Person.name was removed.'],
    ['a field may be null', 'name: String!', 'name: String', 'Person.name changed type from String! to String.'],
    ['a value is gone', 'enum Kind { A B }', 'enum Kind { A }', 'B was removed from enum type Kind.'],
    ['an argument is needed', 'person(id', 'person(at: Int!, id', 'A required arg at on Query.person was added.'],
    [
      'an input field is needed',
      'input New {',
      'input New { at: Int!',
      'A required field at on input type New was added.',
    ],
    [
      'an argument means something else when left out',
      'first: Int = 20',
      'first: Int = 50',
      'Query.person arg first has changed defaultValue from 20 to 50.',
    ],
    [
      'an input field means something else when left out',
      'kind: Kind = A',
      'kind: Kind = B',
      'New.kind has changed its default from A to B.',
    ],
    [
      'an input field lost its default',
      'kind: Kind = A',
      'kind: Kind',
      'New.kind has changed its default from A to none.',
    ],
  ])('tells that %s', (_, from, to, change) => {
    expect(breakingChanges(before, changed(from, to))).toEqual([change]);
  });

  it.each([
    ['a field', 'name: String!', 'name: String!  age: Int'],
    ['a value', 'enum Kind { A B }', 'enum Kind { A B C }'],
    ['an optional argument', 'person(id', 'person(at: Int, id'],
    ['a deprecation', 'name: String!', 'name: String! @deprecated(reason: "Since 2026-01-01: id.")'],
  ])('lets %s be added', (_, from, to) => {
    expect(breakingChanges(before, changed(from, to))).toEqual([]);
  });
});

describe('evolutionProblems', () => {
  const present = changed('name: String!', '');
  const entry = { change: 'Person.name was removed.', on: '2026-11-27', reason: 'It was never filled by anybody.' };

  it('accepts what is named with a date and a reason, and nothing else', () => {
    expect(evolutionProblems(before, present, [])).toEqual(['Person.name was removed.']);
    expect(evolutionProblems(before, present, [entry])).toEqual([]);
    expect(evolutionProblems(before, present, [{ ...entry, on: 'soon', reason: '' }])).toEqual([
      'Accepted without a date: Person.name was removed.',
      'Accepted without a reason: Person.name was removed.',
    ]);
  });

  it('wants an entry gone once the change is released', () => {
    expect(evolutionProblems(present, present, [entry])).toEqual(['Accepted, but not there: Person.name was removed.']);
  });
});

describe('undatedDeprecations', () => {
  it('finds those of fields, arguments, values and inputs', () => {
    const text = `
      type Query { a(b: Int @deprecated): Int @deprecated(reason: "Use c.")  c: Int @deprecated(reason: "Since 2026-11-27: d.") }
      enum E { V @deprecated(reason: "Use W.")  W }
      input I { f: Int @deprecated(reason: "Use g.")  g: Int }
    `;
    expect(undatedDeprecations(buildSchema(text))).toEqual(['Query.a', 'Query.a(b)', 'E.V', 'I.f']);
  });
});
