import type { EmployeeStatus, VerificationLevel } from '@rollcall/contracts';
import type { CustomFieldValues } from './custom-field.js';

/** From which date on a person belongs to a site; null: from the beginning. */
export interface SitePeriod {
  readonly siteId: string;
  /** YYYY-MM-DD. */
  readonly from: string | null;
}

/** Dates, YYYY-MM-DD, both inclusive. */
export interface ServiceBreak {
  readonly from: string;
  readonly to: string;
}

export interface Employee {
  readonly id: string;
  /** Unique whatever its case; kept as it was typed. */
  readonly number: string;
  readonly name: string;
  readonly email: string | null;
  /** The id in another system (payroll, HR); unique if present. */
  readonly externalId: string | null;
  readonly status: EmployeeStatus;
  /** The site of now: the last of `siteHistory`. */
  readonly siteId: string | null;
  /** By date, earliest first; each holds until the next begins. */
  readonly siteHistory: readonly SitePeriod[];
  readonly departmentId: string | null;
  /** The shift worked where no assignment says otherwise. */
  readonly defaultShiftId: string | null;
  /** IANA zone that reports are written in for this person; null: that of the site. */
  readonly homeTimeZone: string | null;
  /** Null: that of the department. */
  readonly costCentre: string | null;
  /** What a reader reads from the person's badge; unique whatever its case. */
  readonly badge: string | null;
  readonly customFields: CustomFieldValues;
  /** Local calendar dates, YYYY-MM-DD. */
  readonly joiningDate: string | null;
  readonly leavingDate: string | null;
  /** When the person did not work here, between leaving and being hired again, earliest first. Absent or null: never. */
  readonly serviceBreaks?: readonly ServiceBreak[] | null;
  /** How sure a check must be; absent or null: STANDARD. */
  readonly verificationLevel?: VerificationLevel | null;
  /** When an identity provider deleted the person from its directory, which no longer sees the record. Absent or null: never. */
  readonly removedFromDirectoryAt?: Date | null;
  /** The person whose second record this is: its marks count for that one. Absent or null: none. */
  readonly mergedIntoId?: string | null;
  /** What `status` was before that, to be put back. */
  readonly statusBeforeMerge?: EmployeeStatus | null;
  /** From which date on the merge had days built anew, for when it is undone. */
  readonly mergedDaysFrom?: string | null;
  /** Models of the stored face templates that are usable: empty means not enrolled. Kept by the template repository. */
  readonly templateModelIds: readonly string[];
  /** Counts changes; pass it back on update. */
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The history of somebody who belongs to `siteId` from a date on: what was before stays, what was planned later goes. */
export function movedTo(history: readonly SitePeriod[], siteId: string, from: string | null): readonly SitePeriod[] {
  const before = from === null ? [] : history.filter((period) => period.from === null || period.from < from);
  return before.at(-1)?.siteId === siteId ? before : [...before, { siteId, from }];
}

/** Where somebody belonged on a date: the last site of the history that had begun, before all of them the first. */
export function siteOn({ siteId, siteHistory }: Pick<Employee, 'siteId' | 'siteHistory'>, date: string): string | null {
  const begun = siteHistory.filter(({ from }) => from === null || from <= date);
  return (begun.at(-1) ?? siteHistory[0])?.siteId ?? siteId;
}

type Employment = Pick<Employee, 'joiningDate' | 'leavingDate' | 'serviceBreaks'>;

/** The first break that has a date of the range, both ends inclusive; null: none. */
export function serviceBreakIn({ serviceBreaks }: Employment, from: string, to: string = from): ServiceBreak | null {
  return serviceBreaks?.find((one) => one.from <= to && from <= one.to) ?? null;
}

/** Whether somebody worked here on a date. */
export function isEmployedOn(employment: Employment, date: string): boolean {
  const { joiningDate, leavingDate } = employment;
  const isBetween = (joiningDate === null || joiningDate <= date) && (leavingDate === null || date <= leavingDate);
  return isBetween && serviceBreakIn(employment, date) === null;
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
