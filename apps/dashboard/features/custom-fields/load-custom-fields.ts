import { type CustomFieldRowFragment, CustomFieldsDocument } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';

/** Those that the organisation added; none if they cannot be read: the page is there all the same. */
export async function loadCustomFields(): Promise<readonly CustomFieldRowFragment[]> {
  const result = await serverQuery(CustomFieldsDocument, {});
  return result.ok ? result.data.customFields : [];
}
