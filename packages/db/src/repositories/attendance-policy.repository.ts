import type { AttendancePolicy } from '../entities/attendance-policy.js';
import type { AttendancePolicyDocument } from '../models/attendance-policy.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';

const { toEntity } = entityMapper<AttendancePolicy>()([
  'policyId',
  'name',
  'number',
  'effectiveFrom',
  'levers',
  'createdBy',
  'createdAt',
]);

/** Versions of policies. Append-only; there are few. */
export class AttendancePolicyRepository {
  constructor(private readonly collection: Collection<AttendancePolicyDocument>) {}

  /** All versions of all policies, by policy and number. */
  async listAll(options: WithSession = {}): Promise<readonly AttendancePolicy[]> {
    return (await this.collection.find({}, { ...options, sort: { policyId: 1, number: 1 } })).map(toEntity);
  }

  /** @throws DomainError CONFLICT if somebody else added that version */
  async insert(policy: AttendancePolicy, options: WithSession = {}): Promise<AttendancePolicy> {
    await this.collection.insert(toDocument(policy) as AttendancePolicyDocument, options);
    return policy;
  }
}
