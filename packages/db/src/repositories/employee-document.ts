import type { Employee, EmployeeSort } from '../entities/employee.js';
import { entityMapper } from './entity-mapper.js';
import type { PageOrder } from './paging.js';
import { emailKey, foldText, numberKey, numberSortKey } from './text-keys.js';

export const employeeMapper = entityMapper<Employee>()([
  'number',
  'name',
  'email',
  'externalId',
  'status',
  'siteId',
  'siteHistory',
  'departmentId',
  'defaultShiftId',
  'homeTimeZone',
  'costCentre',
  'badge',
  'customFields',
  'joiningDate',
  'leavingDate',
  'serviceBreaks',
  'removedFromDirectoryAt',
  'verificationLevel',
  'mergedIntoId',
  'statusBeforeMerge',
  'mergedDaysFrom',
  'templateModelIds',
  'version',
  'createdAt',
  'updatedAt',
]);

/** The derived fields an employee is found and sorted by. */
export function employeeKeys(employee: Pick<Employee, 'number' | 'name' | 'email' | 'badge'>) {
  const { number, name, email, badge } = employee;
  return {
    numberKey: numberKey(number),
    numberSortKey: numberSortKey(number),
    nameKey: foldText(name),
    emailKey: email === null ? null : emailKey(email),
    badgeKey: badge === null ? null : numberKey(badge),
    searchText: foldText(`${number} ${name} ${email ?? ''}`),
  };
}

const order = (
  name: EmployeeSort,
  field: string,
  direction: 1 | -1,
  kind: PageOrder['kind'] = 'string',
): PageOrder => ({
  name,
  field,
  direction,
  kind,
});

export const employeeOrders: Readonly<Record<EmployeeSort, PageOrder>> = {
  NUMBER_ASC: order('NUMBER_ASC', 'numberSortKey', 1),
  NUMBER_DESC: order('NUMBER_DESC', 'numberSortKey', -1),
  NAME_ASC: order('NAME_ASC', 'nameKey', 1),
  NAME_DESC: order('NAME_DESC', 'nameKey', -1),
  CREATED_AT_DESC: order('CREATED_AT_DESC', 'createdAt', -1, 'date'),
};
