import type { SavedViewList } from '@rollcall/contracts';

/** Filters of a list that somebody keeps under a name. */
export interface SavedView {
  readonly id: string;
  /** Whose: nobody else sees it. */
  readonly userId: string;
  readonly list: SavedViewList;
  /** One of each for a person and list, whatever its case. */
  readonly name: string;
  /** The search part of the address: names and values, without search words. */
  readonly filters: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
