import type { CustomFieldRowFragment } from '../../gql/graphql';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the fields of the form are chosen from. */
export interface FormChoices {
  readonly sites: readonly Named[];
  readonly departments: readonly Named[];
  readonly customFields: readonly CustomFieldRowFragment[];
}
