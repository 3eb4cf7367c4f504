import type { Shift, ShiftAssignment } from '../entities/roster.js';
import type { ShiftAssignmentDocument, ShiftDocument } from '../models/roster.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { listsHolding, oneOf } from './filters.js';
import { VersionedRepository } from './versioned.repository.js';

const VERSIONED = ['version', 'createdAt', 'updatedAt'] as const;
const shifts = entityMapper<Shift>()([
  'name',
  'start',
  'end',
  'pattern',
  'policyId',
  'isArchived',
  ...VERSIONED,
] as const);
const assignments = entityMapper<ShiftAssignment>()([
  'employeeId',
  'from',
  'to',
  'schedule',
  'siteId',
  ...VERSIONED,
] as const);

/** Shifts by name; there are few. */
export class ShiftRepository extends VersionedRepository<Shift, ShiftDocument> {
  constructor(collection: Collection<ShiftDocument>) {
    super(collection, { toEntity: shifts.toEntity, hasNameKey: true, sort: { nameKey: 1 } });
  }
}

export class ShiftAssignmentRepository extends VersionedRepository<ShiftAssignment, ShiftAssignmentDocument> {
  constructor(collection: Collection<ShiftAssignmentDocument>) {
    super(collection, { toEntity: assignments.toEntity, sort: { employeeId: 1, from: 1, _id: 1 } });
  }

  /** By person, then first date. */
  async listByEmployees(
    employeeIds: readonly string[],
    options: WithSession = {},
  ): Promise<readonly ShiftAssignment[]> {
    return this.listWhere({ employeeId: oneOf(employeeIds) }, options);
  }

  /** Whether any assignment, past ones too, names the shift. */
  async usesShift(shiftId: string, options: WithSession = {}): Promise<boolean> {
    const filter = { $or: [{ 'schedule.shiftId': shiftId }, { 'schedule.slots': listsHolding(shiftId) }] };
    return (await this.collection.count(filter, options)) > 0;
  }
}
