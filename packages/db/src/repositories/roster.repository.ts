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
  'cutFrom',
  ...VERSIONED,
] as const);

/** Shifts by name; there are few. */
export class ShiftRepository extends VersionedRepository<Shift, ShiftDocument> {
  constructor(collection: Collection<ShiftDocument>) {
    super(collection, { toEntity: shifts.toEntity, hasNameKey: true, sort: { nameKey: 1 } });
  }

  /**
   * Call it in the transaction that plans somebody with these shifts: of that and a change or removal of one of them at the
   * same time, the later one runs again and sees the other.
   *
   * @returns the ids that are there and not archived
   */
  async claim(ids: readonly string[], options: WithSession): Promise<readonly string[]> {
    const found: string[] = [];
    for (const _id of [...new Set(ids)].sort()) {
      const isThere = await this.collection.updateOne({ _id, isArchived: false }, { $inc: { planCount: 1 } }, options);
      if (isThere) found.push(_id);
    }
    return found;
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

  /** Whose assignments, past ones too, name the shift. */
  async listEmployeeIdsOfShift(shiftId: string, options: WithSession = {}): Promise<readonly string[]> {
    const filter = { $or: [{ 'schedule.shiftId': shiftId }, { 'schedule.slots': listsHolding(shiftId) }] };
    const found = await this.collection.find(filter, { ...options, fields: ['employeeId'] });
    return [...new Set(found.map(({ employeeId }) => employeeId))];
  }
}
