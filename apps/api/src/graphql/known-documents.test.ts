import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KnownDocuments, readKnownDocuments } from './known-documents.js';

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('a known document', () => {
  const known = new KnownDocuments(new Set([hashOf('query A{viewer{id}}')]));

  it('is known however it is laid out', () => {
    for (const text of ['query A{viewer{id}}', '# comment\nquery A {\n  viewer {\n    id,\n  }\n}\n'])
      expect([known.has(text), known.has(text)]).toEqual([true, true]);
  });

  it.each([
    ['one field more', 'query A{viewer{id name}}'],
    ['another name', 'query B{viewer{id}}'],
    ['a second operation', 'query A{viewer{id}}query B{viewer{id}}'],
    ['no text', null],
    ['what cannot be read', 'query A{viewer{id}} "'],
    ['what is far too long', `query A{viewer{id}}${' '.repeat(30_000)}`],
  ])('is not %s', (_what, text) => expect([known.has(text), known.has(text)]).toEqual([false, false]));

  it('comes from the manifest of the dashboard', () => {
    expect(readKnownDocuments().has('query Viewer { nothing }')).toBe(false);
    expect(readKnownDocuments()).toBeInstanceOf(KnownDocuments);
  });
});
