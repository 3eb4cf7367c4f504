import { writeFileSync } from 'node:fs';
import { schemaText } from './print-schema.js';
import { createSchema } from './schema.js';

/** `npm run schema:emit`: writes schema.graphql, the file that third parties and the dashboard's client are built from. */
writeFileSync(new URL('../../schema.graphql', import.meta.url), schemaText(createSchema()));
