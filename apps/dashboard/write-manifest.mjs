/** Writes the hashes of the documents in `gql/graphql.ts`, by which the API knows the dashboard's. Run by `npm run generate`. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { print, stripIgnoredCharacters } from 'graphql';

const DOCUMENT = /^export const (\w+)Document = (\{.*\}) as unknown as DocumentNode</gm;

const generated = readFileSync(new URL('gql/graphql.ts', import.meta.url), 'utf8');
const documents = [...generated.matchAll(DOCUMENT)].map(([, name, json]) => {
  // As `apps/api/src/graphql/known-documents.ts` does with what comes in: spaces, commas and comments do not count.
  const text = stripIgnoredCharacters(print(JSON.parse(json)));
  return [createHash('sha256').update(text).digest('hex'), name];
});
const promised = generated.match(/^export const \w+Document = /gm)?.length ?? 0;
if (documents.length === 0 || documents.length !== promised)
  throw new Error(`${documents.length} of ${promised} documents could be read from gql/graphql.ts`);
const sorted = documents.sort(([, a], [, b]) => (a < b ? -1 : 1));
const manifest = new URL('../api/dashboard-documents.json', import.meta.url);
writeFileSync(manifest, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
