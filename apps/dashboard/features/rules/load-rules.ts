import type { AllRulesFragment, PolicyVersionFragment } from '../../gql/graphql';

export interface PolicyInUse {
  readonly policyId: string;
  /** Newest first. */
  readonly versions: readonly PolicyVersionFragment[];
  readonly newest: PolicyVersionFragment;
  /** How many shifts that are offered are judged by it. */
  readonly shiftCount: number;
}

/** All versions by their policy, policies by the name of their newest version. */
export function groupPolicies({ attendancePolicies, shifts }: AllRulesFragment): PolicyInUse[] {
  return [...new Set(attendancePolicies.map(({ policyId }) => policyId))]
    .flatMap((policyId) => {
      const all = attendancePolicies.filter((version) => version.policyId === policyId);
      const versions = all.toSorted((a, b) => b.number - a.number);
      const newest = versions[0];
      if (newest === undefined) return [];
      const shiftCount = shifts.filter((shift) => shift.policyId === policyId && !shift.isArchived).length;
      return [{ policyId, versions, newest, shiftCount }];
    })
    .sort((a, b) => a.newest.name.localeCompare(b.newest.name));
}
