import type { Connection, PageInfo } from './connection.js';

/** A page as the repositories give it. */
export interface Page<R> {
  readonly edges: readonly { readonly cursor: string; readonly node: R }[];
  readonly pageInfo: Readonly<PageInfo>;
  readonly totalCount: number;
}

export function toConnection<R, T>(page: Page<R>, toNode: (row: R) => T): Connection<T> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: toNode(node) }));
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo: { ...page.pageInfo }, totalCount: page.totalCount };
}
