/** Adds up what every kind of check found. One lint or types step counts as one test. */
export class Tally {
  #passed = 0;
  #skipped = 0;
  #failures = [];
  #secondTries = [];

  /** @param {{ passed: number, skipped: number, failures: readonly string[], secondTries?: readonly string[] }} result of one runner */
  add({ passed, skipped, failures, secondTries = [] }) {
    this.#passed += passed;
    this.#skipped += skipped;
    this.#failures.push(...failures);
    this.#secondTries.push(...secondTries);
  }

  pass() {
    this.#passed += 1;
  }

  /** @param {string} name of what failed */
  fail(name) {
    this.#failures.push(name);
  }

  /** A run in which nothing passed is no success, whatever failed. */
  get isGreen() {
    return this.#failures.length === 0 && this.#passed > 0;
  }

  /** @returns {string[]} who needed a second try, the failing names, then the line that sums up, which is always the last one */
  report() {
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    const names = this.#failures.map((name) => `✗ ${name}`);
    const unsteady = this.#secondTries.map((name) => `~ passed at the second try only: ${name}`);
    return [...unsteady, ...names, '', `${this.#passed} passed, ${this.#failures.length} failed${skipped}`];
  }
}
