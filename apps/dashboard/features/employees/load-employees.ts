import { EMPLOYEE_STATUSES } from '@rollcall/contracts';
import { type EmployeeSort, EmployeesDocument, type EmployeesQuery, type FaceStatus } from '../../gql/graphql';
import type { ApiResult } from '../../lib/graphql/api-problem';
import { serverQuery } from '../../lib/graphql/server-query';
import { readOneOf, readPage, readText, type SearchParams } from '../../lib/navigation/page-params';

export const FACE_STATUSES: readonly FaceStatus[] = ['ENROLLED', 'NOT_ENROLLED', 'RE_ENROLMENT_NEEDED'];

const SORTS: readonly EmployeeSort[] = ['NUMBER_ASC', 'NUMBER_DESC', 'NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'];

export type Employees = EmployeesQuery['employees'] & { readonly pageSize: number };

/** The page of the list that the address means. */
export async function loadEmployees(params: SearchParams): Promise<ApiResult<Employees>> {
  const { first, after } = readPage(params);
  const result = await serverQuery(EmployeesDocument, {
    first,
    after,
    sort: readOneOf(params.sort, SORTS) ?? 'NUMBER_ASC',
    filter: {
      search: readText(params.q),
      status: readOneOf(params.status, EMPLOYEE_STATUSES),
      faceStatus: readOneOf(params.face, FACE_STATUSES),
      siteId: readText(params.site),
      departmentId: readText(params.department),
    },
  });
  return result.ok ? { ok: true, data: { ...result.data.employees, pageSize: first } } : result;
}

export function hasEmployeeFilter(params: SearchParams): boolean {
  return ['q', 'status', 'face', 'site', 'department'].some((name) => readText(params[name]) !== null);
}
