import type { RegistrationSubjectFieldsFragment } from '../../gql/graphql';

/** The person being registered. */
export type Subject = RegistrationSubjectFieldsFragment;
