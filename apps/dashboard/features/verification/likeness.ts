/** How alike two faces are, as far as words can carry it. */
export type Likeness = 'clear' | 'close' | 'below';

/** As on the page of recognition (docs/adr/0152): the first tenth of the way from the threshold to 1 is close. */
const CLOSE_SHARE = 0.1;

/** @param similarity cosine, -1 to 1; means something only beside the threshold of its model */
export function likenessOf(similarity: number, { threshold }: { readonly threshold: number }): Likeness {
  if (similarity < threshold) return 'below';
  return similarity < threshold + CLOSE_SHARE * (1 - threshold) ? 'close' : 'clear';
}
