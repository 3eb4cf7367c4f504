import type { Filter } from './collection.js';
import { oneOf } from './filters.js';

/** Whose records a caller may see: those of these sites, and those of these persons wherever they are. */
export interface Among {
  readonly siteIds: readonly string[];
  readonly employeeIds: readonly string[];
}

/** For records that hold `siteId` and `employeeId`; undefined: all of them. */
export function amongFilters(among: Among | undefined): readonly Filter[] {
  if (among === undefined) return [];
  const bySite = { siteId: oneOf(among.siteIds) };
  // One plain condition where one is enough: it uses an index of its own.
  if (among.employeeIds.length === 0) return [bySite];
  const byPerson = { employeeId: oneOf(among.employeeIds) };
  return [among.siteIds.length === 0 ? byPerson : { $or: [bySite, byPerson] }];
}
