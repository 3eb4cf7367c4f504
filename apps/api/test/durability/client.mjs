import { setTimeout as sleep } from 'node:timers/promises';

const ANSWER_WITHIN_MS = 45_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2_000;

/** Asks once. Throws if no answer came; answers `{ data, errors }` otherwise. */
export async function ask({ url, key }, query, variables) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  return response.json();
}

/** As `ask`, where nothing may go wrong. @returns the only field of the data */
export async function must(api, query, variables) {
  const { data, errors } = await ask(api, query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0];
}

/**
 * Sends the same again until it is answered, as an honest client does. An error that a retry cannot help ends it.
 *
 * @returns {Promise<{ payload: object | null, code: string | null, tries: number }>}
 */
export async function askUntilAnswered(api, query, variables, isOver) {
  let pauseMs = FIRST_PAUSE_MS;
  for (let tries = 1; ; tries += 1) {
    const answer = await ask(api, query, variables).catch(() => null);
    const error = answer?.errors?.[0];
    if (answer && !error) return { payload: Object.values(answer.data)[0], code: null, tries };
    if (error && error.extensions?.isRetryable === false) return { payload: null, code: error.extensions.code, tries };
    if (isOver()) return { payload: null, code: error?.extensions?.code ?? 'UNREACHABLE', tries };
    await sleep(pauseMs);
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
  }
}
