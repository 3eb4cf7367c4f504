import type { EmployeeStatus } from '@rollcall/contracts';

export interface Employee {
  readonly id: string;
  /** Unique whatever its case; kept as it was typed. */
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  /** The id in another system (payroll, HR); unique if present. */
  readonly externalId: string | null;
  readonly status: EmployeeStatus;
  readonly siteId: string | null;
  readonly departmentId: string | null;
  /** The shift worked where no assignment says otherwise. */
  readonly defaultShiftId: string | null;
  /** Local calendar dates, YYYY-MM-DD. */
  readonly joiningDate: string | null;
  readonly leavingDate: string | null;
  /** Models of the stored face templates that are usable: empty means not enrolled. Kept by the template repository. */
  readonly templateModelIds: readonly string[];
  /** Counts changes; pass it back on update. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const FACE_STATUSES = ['NOT_ENROLLED', 'ENROLLED', 'RE_ENROLMENT_NEEDED'] as const;
export type FaceStatus = (typeof FACE_STATUSES)[number];

/** Whether a person can be verified with this model. */
export function faceStatusOf(employee: Pick<Employee, 'templateModelIds'>, modelId: string): FaceStatus {
  if (employee.templateModelIds.length === 0) return 'NOT_ENROLLED';
  return employee.templateModelIds.includes(modelId) ? 'ENROLLED' : 'RE_ENROLMENT_NEEDED';
}

export const EMPLOYEE_SORTS = ['NUMBER_ASC', 'NUMBER_DESC', 'NAME_ASC', 'NAME_DESC', 'CREATED_AT_DESC'] as const;
export type EmployeeSort = (typeof EMPLOYEE_SORTS)[number];
