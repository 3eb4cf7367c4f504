import type { PaidPeriod } from '../entities/paid-period.js';
import type { PaidPeriodDocument } from '../models/paid-period.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';

const { toEntity } = entityMapper<PaidPeriod>()(['periodId', 'employeeId', 'rows']);

/** Append-only: inserted with the period, and read. */
export class PaidPeriodRepository {
  constructor(private readonly collection: Collection<PaidPeriodDocument>) {}

  /** Of one period, by person; only of one person if named. */
  async listOf(periodId: string, employeeId: string | null, options: WithSession = {}): Promise<readonly PaidPeriod[]> {
    const filter = { periodId, ...(employeeId === null ? {} : { employeeId }) };
    return (await this.collection.find(filter, { ...options, sort: { employeeId: 1 } })).map(toEntity);
  }

  async insertMany(paid: readonly PaidPeriod[], options: WithSession = {}): Promise<void> {
    const documents = paid.map((one) => ({ ...toDocument(one), rows: [...one.rows] }));
    await this.collection.insertMany(documents, options);
  }
}
