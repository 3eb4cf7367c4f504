import type { Employee as EmployeeEntity } from '@rollcall/db';
import type { Employee } from './employee.types.js';

export function toEmployee(employee: EmployeeEntity): Employee {
  const { id, number, name, email, externalId, status, joiningDate, leavingDate } = employee;
  const { siteId, siteHistory, departmentId, defaultShiftId, homeTimeZone, costCentre, badge } = employee;
  const verificationLevel = employee.verificationLevel ?? 'STANDARD';
  const { version, createdAt, updatedAt } = employee;
  const customFields = Object.entries(employee.customFields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => ({ key, value: String(value) }));
  return {
    ...{ id, number, name, email, externalId, status, joiningDate, leavingDate },
    ...{ siteId, siteHistory, departmentId, defaultShiftId, homeTimeZone, costCentre, badge, customFields },
    serviceBreaks: employee.serviceBreaks ?? [],
    mergedIntoId: employee.mergedIntoId ?? null,
    ...{ verificationLevel, version, createdAt, updatedAt },
  };
}
