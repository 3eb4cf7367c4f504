/** In place of `time/memo.ts`: an answer that one mutant left behind must not reach the next one. */
export const memoise = (_limit, _keyOf, compute) => compute;
