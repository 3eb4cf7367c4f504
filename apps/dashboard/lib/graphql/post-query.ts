const TIMEOUT_MS = 15_000;

/**
 * Posts a query, a second time if the connection broke: a kept connection may be closed by the other side in the moment it is
 * used, and asking twice changes nothing. Nothing that records something may go through here.
 *
 * @throws what `fetch` throws, after the second attempt; a time-out of 15 s in all is not tried again
 */
export async function postQuery(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const post = () => fetch(url, { method: 'POST', headers: { ...headers }, body, cache: 'no-store', signal });
  try {
    return await post();
  } catch (error) {
    if (signal.aborted) throw error;
    return post();
  }
}
