import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { GraphQLError, stripIgnoredCharacters } from 'graphql';

/** Texts whose hash is remembered; the dashboard has about 130, whatever else comes is soon forgotten. */
const MAX_REMEMBERED = 1_000;
/** Longer than any document of the dashboard by far; what is longer is not even read. */
const MAX_CHARACTERS = 20_000;

/** The documents of the dashboard, known by the SHA-256 of their text without spaces, commas and comments. */
export class KnownDocuments {
  private readonly verdicts = new Map<string, boolean>();

  constructor(private readonly hashes: ReadonlySet<string>) {}

  /** Whether the dashboard sends this. Nothing that cannot be read is known. */
  has(text: unknown): boolean {
    if (typeof text !== 'string' || text.length > MAX_CHARACTERS) return false;
    const remembered = this.verdicts.get(text);
    if (remembered !== undefined) return remembered;
    const isKnown = this.hashes.has(hashOf(text));
    if (this.verdicts.size >= MAX_REMEMBERED) this.verdicts.clear();
    this.verdicts.set(text, isKnown);
    return isKnown;
  }
}

/** As written by `apps/dashboard/write-manifest.mjs`: each hash with the name of its operation. */
export function readKnownDocuments(): KnownDocuments {
  const manifest = readFileSync(new URL('../../dashboard-documents.json', import.meta.url), 'utf8');
  return new KnownDocuments(new Set(Object.keys(JSON.parse(manifest))));
}

function hashOf(text: string): string {
  try {
    return createHash('sha256').update(stripIgnoredCharacters(text)).digest('hex');
  } catch (error) {
    if (error instanceof GraphQLError) return '';
    throw error;
  }
}
