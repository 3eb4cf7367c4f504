/** The face was not recognised, for whatever reason. */
export const PIN_MAY_HELP: ReadonlySet<string> = new Set([
  'NON_MATCH',
  'NOT_ENROLLED',
  'NO_FACE',
  'LOW_QUALITY',
  'PRESENTATION_ATTACK',
  'LIVENESS_FAILED',
  'LOCKED_OUT',
]);
