import type { EmployeePin } from '../entities/employee-pin.js';
import type { EmployeePinDocument } from '../models/employee-pin.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';

const { toEntity } = entityMapper<EmployeePin>()(['hash', 'setBy', 'setAt']);

export class EmployeePinRepository {
  constructor(private readonly collection: Collection<EmployeePinDocument>) {}

  async find(employeeId: string, options: WithSession = {}): Promise<EmployeePin | null> {
    const found = await this.collection.findOne({ _id: employeeId }, options);
    return found && toEntity(found);
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
