import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState } from '@vitest/expect';
import * as chai from 'chai';

// What the named cases use of Vitest, for Mocha: under mutation testing the rules are loaded once for all mutants, and each
// mutant costs milliseconds instead of a second. The matchers are Vitest's own.
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
setState({ assertionCalls: 0 }, expect);

let coverageOfLoading = null;

/**
 * A suite, whose tables are made without being counted: cases work out what they expect with the engine's own clock while the
 * file loads, and Stryker would take each mutant reached then for one of loading and start a process for it.
 */
export function describe(name, suite) {
  coverageOfLoading ??= { ...globalThis.__stryker__?.mutantCoverage?.static };
  globalThis.describe(name, suite);
  const coverage = globalThis.__stryker__?.mutantCoverage;
  if (coverage) coverage.static = { ...coverageOfLoading };
}

export const it = Object.assign((name, run) => globalThis.it(name, run), { each: eachOf(globalThis.it) });

/** `it.each(rows)(name, run)`; a number keeps the names apart. */
function eachOf(define) {
  return (rows) => (name, run) => {
    for (const [index, row] of rows.entries()) {
      const values = Array.isArray(row) ? row : [row];
      define(`${name} #${index + 1}`, () => run(...values));
    }
  };
}
