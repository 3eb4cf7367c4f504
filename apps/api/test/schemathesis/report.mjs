import { say } from '../../../../scripts/bootstrap/say.mjs';

const MAKERS = ['schemathesis', 'filled', 'preparation'];
/** Its own, as they were invented or with values that fit. */
const OF_SCHEMATHESIS = ['schemathesis', 'filled'];
/** Of all queries and mutations, those only owners may use included. */
const ENOUGH = 0.8;

/** Prints the figures. @returns {boolean} whether all is well */
export function reportOf({ reached, code }) {
  for (const line of reached.table(MAKERS)) say(line);
  say('\nnever with data, and why:');
  for (const line of reached.whyNot(OF_SCHEMATHESIS)) say(line);
  const share = (makers) => `${reached.reachedBy(makers).length} of ${reached.total}`;
  say(
    `\nreached with data: ${share(OF_SCHEMATHESIS)} by requests of schemathesis, of these ${share(['schemathesis'])} as it invented them`,
  );
  say(`                   ${share(MAKERS)} with the preparation`);
  say(`server errors: ${reached.serverErrors.length}; schemathesis ended with ${code}`);
  for (const error of reached.serverErrors) say(JSON.stringify(error, null, 1));
  const isEnough = reached.reachedBy(OF_SCHEMATHESIS).length >= ENOUGH * reached.total;
  if (!isEnough) say(`That is less than ${ENOUGH * 100} %.`);
  return isEnough && reached.serverErrors.length === 0 && code === 0;
}
