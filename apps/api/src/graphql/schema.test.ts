import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaText } from './print-schema.js';
import { createSchema } from './schema.js';

const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

describe('schema.graphql', () => {
  it('is what the classes say; if not, run `npm run schema:emit -w @rollcall/api`', () => {
    expect(schemaText(createSchema())).toBe(committed);
  });

  it('has no field that could carry a vector, a photo or a secret, but for the photo that a person opens', () => {
    const all = committed.replace(/"""[\s\S]*?"""/g, '').match(/^type [\s\S]*?^}/gm) ?? [];
    const types = all.filter((type) => !type.startsWith('type AttemptPhoto '));
    expect(types).toHaveLength(all.length - 1);
    expect(types.length).toBeGreaterThan(20);
    for (const type of types)
      expect(type).not.toMatch(/^ {2}(vector|embedding|descriptor|photo|image|base64|secret|hash|password)\b/im);
    expect(types.join('\n')).not.toMatch(/\[Float!?\]/);
  });
});
