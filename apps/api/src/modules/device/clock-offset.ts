/** What GraphQL takes for an Int. */
const MAX_INT = 2 ** 31 - 1;

/** The offset as the schema can tell it: a clock that is more than 24.8 days wrong is shown as that. */
export const toldClockOffset = (offsetMs: number | null): number | null =>
  offsetMs === null ? null : Math.max(-MAX_INT, Math.min(MAX_INT, Math.round(offsetMs)));
