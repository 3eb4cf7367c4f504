/** Adds up what every kind of check found. One lint or types step counts as one test. */
export class Tally {
  #passed = 0;
  #skipped = 0;
  #failures = [];

  /** @param {{ passed: number, skipped: number, failures: readonly string[] }} result of one runner */
  add({ passed, skipped, failures }) {
    this.#passed += passed;
    this.#skipped += skipped;
    this.#failures.push(...failures);
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

  /** @returns {string[]} the failing names, then the line that sums up, which is always the last one */
  report() {
    const skipped = this.#skipped > 0 ? `, ${this.#skipped} skipped` : '';
    const names = this.#failures.map((name) => `✗ ${name}`);
    return [...names, '', `${this.#passed} passed, ${this.#failures.length} failed${skipped}`];
  }
}
