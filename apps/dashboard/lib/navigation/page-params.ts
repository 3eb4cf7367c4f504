/** The search part of a page's address, as Next hands it over. */
export type SearchParams = Readonly<Record<string, string | string[] | undefined>>;

export const PAGE_SIZES = [20, 50, 100] as const;

export interface PageParams {
  /** Rows on a page, one of PAGE_SIZES. */
  readonly first: number;
  /** Cursor before the first row; null on the first page. */
  readonly after: string | null;
}

/** Which page of a list is meant. The address carries the cursor of every page on the way, so "previous" needs no memory. */
export function readPage(params: SearchParams): PageParams {
  const wanted = Number(firstOf(params.size));
  const trail = params.after === undefined ? [] : [params.after].flat();
  return { first: PAGE_SIZES.find((size) => size === wanted) ?? PAGE_SIZES[0], after: trail.at(-1) ?? null };
}

/** The value if it is one of the allowed ones, else null. */
export function readOneOf<Value extends string>(
  value: string | string[] | undefined,
  allowed: readonly Value[],
): Value | null {
  const text = firstOf(value);
  return allowed.find((one) => one === text) ?? null;
}

/** A trimmed text of at most `maxLength` characters, else null. */
export function readText(value: string | string[] | undefined, maxLength = 200): string | null {
  return firstOf(value)?.trim().slice(0, maxLength) || null;
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
