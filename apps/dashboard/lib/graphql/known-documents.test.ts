import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type DocumentNode, print, stripIgnoredCharacters } from 'graphql';
import { stringifyDocument } from 'urql';
import { describe, expect, it } from 'vitest';
import * as generated from '../../gql/graphql';

const manifest: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(new URL('../../../api/dashboard-documents.json', import.meta.url), 'utf8'),
);
const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document')) as [string, DocumentNode][];
const hashOf = (text: string) => createHash('sha256').update(stripIgnoredCharacters(text)).digest('hex');

describe('the documents of the dashboard', () => {
  it('are all known to the API, as the pages on the server and as the browser send them', () => {
    expect(documents.length).toBeGreaterThan(100);
    for (const [name, document] of documents) {
      const known = name.replace(/Document$/, '');
      expect([manifest[hashOf(print(document))], manifest[hashOf(stringifyDocument(document))]]).toEqual([
        known,
        known,
      ]);
    }
  });
});
