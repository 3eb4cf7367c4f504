import type { Employee as EmployeeEntity } from '@rollcall/db';
import type { Employee } from './employee.types.js';

export function toEmployee(employee: EmployeeEntity): Employee;
export function toEmployee(employee: EmployeeEntity | null): Employee | null;
export function toEmployee(employee: EmployeeEntity | null): Employee | null {
  if (employee === null) return null;
  const { id, number, name, email, externalId, status, joiningDate, leavingDate, version, createdAt, updatedAt, siteId } = employee;
  return { id, number, name, email, externalId, status, joiningDate, leavingDate, version, createdAt, updatedAt, siteId };
}
