import type { OvertimeDecision } from '../entities/overtime-decision.js';
import type { OvertimeDecisionDocument } from '../models/overtime-decision.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { atLeast, atMost, oneOf } from './filters.js';
import { VersionedRepository } from './versioned.repository.js';

const { toEntity } = entityMapper<OvertimeDecision>()([
  'employeeId',
  'workDate',
  'shiftId',
  'approvedMinutes',
  'note',
  'decidedBy',
  'version',
  'createdAt',
  'updatedAt',
]);

export class OvertimeDecisionRepository extends VersionedRepository<OvertimeDecision, OvertimeDecisionDocument> {
  constructor(collection: Collection<OvertimeDecisionDocument>) {
    super(collection, { toEntity, sort: { workDate: 1, _id: 1 } });
  }

  /** Of these persons on these work dates, both included. */
  async listOf(
    employeeIds: readonly string[],
    range: { readonly from: string; readonly to: string },
    options: WithSession = {},
  ): Promise<readonly OvertimeDecision[]> {
    const dates = { $and: [{ workDate: atLeast(range.from) }, { workDate: atMost(range.to) }] };
    return this.listWhere({ employeeId: oneOf(employeeIds), ...dates }, options);
  }
}
