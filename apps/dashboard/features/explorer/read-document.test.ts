import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';
import { readVariables } from './read-variables';

const schema = buildSchema(`
  type Query { viewer: String sites(first: Int): [String!] }
  type Mutation { createSite(name: String!): String }
  type Subscription { marks: String }
`);

describe('a document in the explorer', () => {
  it('is told apart by what it does, and names what it asks for', () => {
    expect(readDocument('{ viewer sites }', schema)).toEqual({
      ...{ ok: true, kind: 'query', operations: ['viewer', 'sites'] },
    });
    const mutation = 'mutation { a: createSite(name: "x") b: createSite(name: "y") }';
    expect(readDocument(mutation, schema)).toEqual({ ok: true, kind: 'mutation', operations: ['createSite'] });
  });

  it('changes data also where a fragment says so', () => {
    const text = 'mutation { ...f } fragment f on Mutation { createSite(name: "x") }';
    expect(readDocument(text, schema)).toMatchObject({ ok: true, kind: 'mutation' });
  });

  it.each([
    ['{ viewer', 'document'],
    ['{ viewr }', 'document'],
    ['{ sites(first: "x") }', 'document'],
    ['query A { viewer } mutation B { createSite(name: "x") }', 'several'],
    ['fragment f on Query { viewer }', 'several'],
    ['subscription { marks }', 'subscription'],
  ])('%s is not sent: %s', (text, problem) => expect(readDocument(text, schema)).toMatchObject({ ok: false, problem }));

  it('says where it is wrong', () => {
    expect(readDocument('{\n  viewr\n}', schema)).toMatchObject({ reason: expect.stringMatching(/^2:3 .*viewr/) });
  });
});

describe('variables', () => {
  it.each([
    ['', {}],
    ['{"a": 1}', { a: 1 }],
    ['[1]', null],
    ['null', null],
    ['{', null],
  ])('%s', (text, value) => expect(readVariables(text)).toEqual(value));
});
