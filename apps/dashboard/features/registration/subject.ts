import type { RegistrationSubjectQuery } from '../../gql/graphql';

/** The person being registered. */
export type Subject = NonNullable<RegistrationSubjectQuery['employee']>;
