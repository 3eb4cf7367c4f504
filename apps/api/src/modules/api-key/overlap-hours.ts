/** How long the secret of a key may go on working beside the one that replaces it, hours. */
export const OVERLAP_HOURS = { max: 7 * 24, default: 24 } as const;
