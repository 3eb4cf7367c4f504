import type { EmployeePin } from '../entities/employee-pin.js';
import type { EmployeePinDocument } from '../models/employee-pin.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { oneOf } from './filters.js';

const { toEntity } = entityMapper<EmployeePin>()(['hash', 'setBy', 'setAt']);

export class EmployeePinRepository {
  constructor(private readonly collection: Collection<EmployeePinDocument>) {}

  async find(employeeId: string, options: WithSession = {}): Promise<EmployeePin | null> {
    const found = await this.collection.findOne({ _id: employeeId }, options);
    return found && toEntity(found);
  }

  /** Those of these people who have a PIN. */
  async listHolders(employeeIds: readonly string[], options: WithSession = {}): Promise<ReadonlySet<string>> {
    const found = await this.collection.find({ _id: oneOf(employeeIds) }, { ...options, fields: ['_id'] });
    return new Set(found.map(({ _id }) => _id));
  }

  /** Puts the PIN in place of the one there may be. */
  async set(pin: EmployeePin, options: WithSession = {}): Promise<void> {
    await this.collection.replace(toDocument(pin), options);
  }

  /** False if there was none. */
  async remove(employeeId: string, options: WithSession = {}): Promise<boolean> {
    return this.collection.deleteOne({ _id: employeeId }, options);
  }
}
