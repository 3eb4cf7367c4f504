import { SAVED_VIEW_FILTERS, type SavedViewList } from '@rollcall/contracts';

/** What of an address a view keeps, in one order, so that two of the same are equal. Empty: no filter is set. */
export function filtersOf(list: SavedViewList, address: URLSearchParams): string {
  const kept = new URLSearchParams([...address].filter(([name]) => SAVED_VIEW_FILTERS[list].includes(name)));
  kept.sort();
  return kept.toString();
}

/** The address of a list with the filters of a view in place of all others. The date that is looked at stays. */
export function addressOf(filters: string, pathname: string, address: URLSearchParams): string {
  const next = new URLSearchParams(filters);
  const date = address.get('date');
  if (date !== null) next.set('date', date);
  return next.size === 0 ? pathname : `${pathname}?${next}`;
}
