/** Letters as they are compared: small, and without accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** True if every word of `search` stands somewhere in `text`; an empty search is in every text. */
export function matchesWords(text: string, search: string): boolean {
  const found = plain(text);
  return plain(search)
    .split(/\s+/)
    .every((word) => found.includes(word));
}
