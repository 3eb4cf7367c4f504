import type { Page, PageRequest } from './paging.js';

interface Dated {
  readonly id: string;
  readonly at: Date;
}

const newestFirst = (a: Dated, b: Dated): number =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** One page out of pages of several lists with the same cursors, newest first, then by id downwards. */
export function mergePages<T extends Dated>(pages: readonly Page<T>[], { first, after }: PageRequest): Page<T> {
  const all = pages.flatMap((page) => page.edges).sort((a, b) => newestFirst(a.node, b.node));
  const edges = all.slice(0, first);
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: all.length > first || pages.some((page) => page.pageInfo.hasNextPage),
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: pages.reduce((sum, page) => sum + page.totalCount, 0),
  };
}
