const MAX_QUOTE_LENGTH = 40;
const MAX_MESSAGE_LENGTH = 300;

/**
 * A message of the GraphQL library without the caller's longer values in it: they may be photos or secrets, and what is sent
 * back also ends in the logs of the caller.
 */
export function shortenQuotes(message: string): string {
  const quotes = new RegExp(`"[^"]{${MAX_QUOTE_LENGTH + 1},}"?`, 'g');
  return message.replace(quotes, '"…"').slice(0, MAX_MESSAGE_LENGTH);
}
