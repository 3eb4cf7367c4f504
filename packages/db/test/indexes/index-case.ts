import type { Repositories } from '../../src/repositories/create-repositories.js';
import type { TestDatabase } from '../../src/testing/index.js';

/** What an index is there for, and the call of a repository that shows it. */
export type IndexCase = {
  /** Of the model's `@index`. */
  readonly index: string;
  readonly collection: string;
  /** For whoever reads the list of tests. */
  readonly purpose: string;
} & (
  | { readonly kind: 'query'; readonly run: (repositories: Repositories, database: TestDatabase) => Promise<unknown> }
  /** Documents that cannot both be stored because of it. */
  | { readonly kind: 'refuses'; readonly pair: readonly [object, object] }
  /** MongoDB removes what this field says has ended. */
  | { readonly kind: 'expires'; readonly field: string }
);

type Run = (repositories: Repositories, database: TestDatabase) => Promise<unknown>;

/** The cases of one collection. */
export function casesOf(collection: string) {
  return {
    query: (index: string, purpose: string, run: Run): IndexCase => ({
      ...{ kind: 'query', index, collection, purpose, run },
    }),
    refuses: (index: string, purpose: string, pair: readonly [object, object]): IndexCase => ({
      ...{ kind: 'refuses', index, collection, purpose, pair },
    }),
    expires: (index: string, field = 'expiresAt'): IndexCase => ({
      ...{ kind: 'expires', index, collection, purpose: `what has ended by ${field} is removed`, field },
    }),
  };
}
