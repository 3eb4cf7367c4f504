/** A page of a list: of a connection or of a report. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null | undefined };
}

/** Everything of a list, page by page, as it is asked for: leaving the loop ends the reading. */
export async function* eachOf<T>(
  load: (after: string | null) => Promise<Page<T>>,
  start: string | null = null,
): AsyncGenerator<T, void, undefined> {
  let after = start;
  while (true) {
    const { items, pageInfo } = await load(after);
    yield* items;
    if (!pageInfo.hasNextPage || pageInfo.endCursor == null) return;
    after = pageInfo.endCursor;
  }
}
