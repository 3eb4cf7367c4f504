import { LIMITS } from '@rollcall/contracts';
import { type CustomValues, changedValues } from './custom-values';
import type { FieldFault } from './field-fault';
import type { FormChoices } from './form-choices';

/** What the form holds: texts, empty where nothing is set. */
export interface EmployeeFields {
  readonly number: string;
  readonly name: string;
  readonly email: string;
  readonly externalId: string;
  readonly siteId: string;
  readonly departmentId: string;
  /** `YYYY-MM-DD` */
  readonly joiningDate: string;
  /** `YYYY-MM-DD` */
  readonly leavingDate: string;
  readonly custom: CustomValues;
}

export const EMPTY_FIELDS: EmployeeFields = {
  number: '',
  name: '',
  email: '',
  externalId: '',
  siteId: '',
  departmentId: '',
  joiningDate: '',
  leavingDate: '',
  custom: {},
};

/** What is wrong with each field; the API checks again. */
export function faultsOf(fields: EmployeeFields): Partial<Record<keyof EmployeeFields, FieldFault>> {
  const { maxEmployeeNumberLength, maxNameLength } = LIMITS;
  const number = lengthFault(fields.number, maxEmployeeNumberLength, 'numberNeeded', 'numberTooLong');
  const name = lengthFault(fields.name, maxNameLength, 'nameNeeded', 'nameTooLong');
  const { joiningDate, leavingDate } = fields;
  return {
    ...(number && { number }),
    ...(name && { name }),
    ...(!isEmailOrEmpty(fields.email) && { email: { key: 'emailInvalid', max: 0 } as const }),
    ...(joiningDate !== '' &&
      leavingDate !== '' &&
      leavingDate < joiningDate && { leavingDate: { key: 'leavingBeforeJoining', max: 0 } as const }),
  };
}

function lengthFault(text: string, max: number, needed: FieldFault['key'], tooLong: FieldFault['key']) {
  const { length } = text.trim();
  if (length === 0) return { key: needed, max };
  return length > max ? { key: tooLong, max } : null;
}

function isEmailOrEmpty(text: string): boolean {
  const email = text.trim();
  return email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email);
}

/** The fields as the API takes them: trimmed, null where nothing is set. Without `custom`: see custom-values.ts. */
export function toInput(fields: EmployeeFields) {
  const orNull = (text: string) => text.trim() || null;
  return {
    number: fields.number.trim(),
    name: fields.name.trim(),
    email: orNull(fields.email),
    externalId: orNull(fields.externalId),
    siteId: orNull(fields.siteId),
    departmentId: orNull(fields.departmentId),
    joiningDate: orNull(fields.joiningDate),
    leavingDate: orNull(fields.leavingDate),
  };
}

/** Somebody new, with the fields that the organisation added. */
export function toNewInput(fields: EmployeeFields, { customFields }: FormChoices) {
  return { ...toInput(fields), customFields: changedValues(customFields, {}, fields.custom) };
}
