import { EMPLOYEE_STATUSES } from '@rollcall/contracts';
import {
  type CustomFieldRowFragment,
  type EmployeeSort,
  EmployeesDocument,
  type EmployeesQuery,
  type FaceStatus,
} from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';
import { type DepartmentChoice, openDepartments } from '../sites/load-departments';

export const FACE_STATUSES: readonly FaceStatus[] = ['ENROLLED', 'NOT_ENROLLED', 'RE_ENROLMENT_NEEDED'];

const SORTS: readonly EmployeeSort[] = ['NUMBER_ASC', 'NUMBER_DESC', 'NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'];

export interface Employees {
  readonly page: EmployeesQuery['employees'] & { readonly pageSize: number };
  /** What people are filtered by and entered with. */
  readonly departments: readonly DepartmentChoice[];
  readonly customFields: readonly CustomFieldRowFragment[];
}

/** The page of the list that the address means, and all that the page needs beside it: each letter of a search asks once. */
export async function loadEmployees(params: SearchParams, canAdd: boolean): Promise<ApiResult<Employees>> {
  const { first, after } = readPage(params);
  const result = await serverQuery(EmployeesDocument, {
    ...{ first, after, canAdd },
    sort: readOneOf(params.sort, SORTS) ?? 'NUMBER_ASC',
    filter: {
      search: readText(params.q),
      status: readOneOf(params.status, EMPLOYEE_STATUSES),
      faceStatus: readOneOf(params.face, FACE_STATUSES),
      siteId: readText(params.site),
      departmentId: readText(params.department),
    },
  });
  if (!result.ok) return result;
  const { employees, departments, customFields = [] } = result.data;
  const page = { ...employees, pageSize: first };
  return { ok: true, data: { page, departments: openDepartments(departments), customFields } };
}

export function hasEmployeeFilter(params: SearchParams): boolean {
  return ['q', 'status', 'face', 'site', 'department'].some((name) => readText(params[name]) !== null);
}
