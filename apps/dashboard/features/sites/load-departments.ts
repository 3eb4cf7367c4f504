import { DepartmentChoicesDocument, type DepartmentChoicesQuery } from '../../gql/graphql';
import { serverQuery } from '../../lib/graphql/server-query';

export type DepartmentChoice = DepartmentChoicesQuery['departments'][number];

/** Those that can be chosen; none if they cannot be read: the page is there all the same. */
export async function loadDepartments(): Promise<readonly DepartmentChoice[]> {
  const result = await serverQuery(DepartmentChoicesDocument, {});
  return result.ok ? openDepartments(result.data.departments) : [];
}

/** Without those that were put aside. */
export function openDepartments(departments: readonly DepartmentChoice[]): readonly DepartmentChoice[] {
  return departments.filter(({ isArchived }) => !isArchived);
}
