import type { Department as DepartmentEntity } from '@rollcall/db';
import type { Department } from './department.types.js';

export function toDepartment(department: DepartmentEntity): Department {
  const { id, name, costCentre, isArchived, version, parentId, managerEmployeeId, siteId } = department;
  return { id, name, costCentre, isArchived, version, parentId, managerEmployeeId, siteId };
}
