import { invalid } from '../input/invalid.js';
import { compareText } from '../order/compare.js';
import type { Policy, PolicyInput } from '../types/policy.js';
import type { LocalDate } from '../types/primitives.js';
import { validatePolicy } from './validate-policy.js';

/** All versions of all policies; answers which version judges a date. */
export class PolicyBook {
  readonly #versions = new Map<string, Policy[]>();

  /** @throws DomainError BAD_USER_INPUT if a version is invalid */
  constructor(inputs: readonly PolicyInput[]) {
    for (const input of inputs) {
      const versions = this.#versions.get(input.policyId) ?? [];
      versions.push(validatePolicy(input));
      this.#versions.set(input.policyId, versions);
    }
    for (const versions of this.#versions.values()) {
      versions.sort((a, b) => compareText(b.effectiveFrom ?? '', a.effectiveFrom ?? '') || b.version - a.version);
    }
  }

  /**
   * The version with the latest `effectiveFrom` that is not after `date`; the highest version number among equals.
   *
   * @throws DomainError BAD_USER_INPUT if no version covers the date
   */
  on(policyId: string, date: LocalDate): Policy {
    const found = this.#versions
      .get(policyId)
      ?.find(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= date);
    if (found === undefined) {
      throw invalid('policies', 'POLICY_MISSING', `No version of policy ${policyId} covers ${date}.`);
    }
    return found;
  }

  /** @throws DomainError BAD_USER_INPUT if this version is not given */
  version(policyId: string, version: number): Policy {
    const found = this.#versions.get(policyId)?.find((policy) => policy.version === version);
    if (found === undefined) {
      throw invalid('policies', 'POLICY_MISSING', `Version ${version} of policy ${policyId} is not given.`);
    }
    return found;
  }
}
