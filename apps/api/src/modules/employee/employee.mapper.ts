import type { Employee as EmployeeEntity } from '@rollcall/db';
import type { Employee } from './employee.types.js';

export function toEmployee(employee: EmployeeEntity): Employee {
  const {
    id,
    number,
    name,
    email,
    externalId,
    status,
    joiningDate,
    leavingDate,
    version,
    createdAt,
    updatedAt,
    siteId,
    departmentId,
    defaultShiftId,
  } = employee;
  return {
    id,
    number,
    name,
    email,
    externalId,
    status,
    joiningDate,
    leavingDate,
    version,
    createdAt,
    updatedAt,
    siteId,
    departmentId,
    defaultShiftId,
  };
}
