import type { Connection } from './connection.js';

/** A page as the repositories give it: rows with the cursor of each. */
export interface Page<R> {
  readonly rows: readonly { readonly cursor: string; readonly row: R }[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly totalCount: number;
}

export function toConnection<R, T>(page: Page<R>, toNode: (row: R) => T): Connection<T> {
  const edges = page.rows.map(({ cursor, row }) => ({ cursor, node: toNode(row) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}
