/** A change that breaks programs of other people and is made all the same. */
export interface AcceptedBreakingChange {
  /** The sentence with which the test named it, to the letter. */
  readonly change: string;
  /** When it was accepted, YYYY-MM-DD. */
  readonly on: string;
  /** Why nobody is harmed, or why it has to be. */
  readonly reason: string;
}

/** Breaking changes since `schema.released.graphql` (docs/adr/0123). Emptied with each release. */
export const ACCEPTED_BREAKING_CHANGES: readonly AcceptedBreakingChange[] = [];
