import { employeeKeyOwner } from '../crypto/key-store.js';
import type { ErasedEmployeeDocument, ErasedKeyDocument } from '../models/data-key.model.js';
import type { Collection } from './collection.js';
import { greaterThan, oneOf } from './filters.js';

export interface NotedErasure {
  readonly employeeId: string;
  readonly erasedAt: Date;
}

/** Who was erased and whose key was destroyed, noted in the database of the keys: no restore of the data makes it forget. */
export class ErasureLedgerRepository {
  constructor(
    private readonly employees: Collection<ErasedEmployeeDocument>,
    private readonly keys: Collection<ErasedKeyDocument>,
  ) {}

  /** Noted twice, the first time stands. Do it after the transaction that erased the person. */
  async note(employeeId: string, erasedAt: Date): Promise<void> {
    await this.employees.insertUnlessThere({ _id: employeeId, erasedAt });
  }

  /** Everybody who was erased. */
  async *each(): AsyncGenerator<NotedErasure> {
    for await (const { _id, erasedAt } of this.employees.each({})) yield { employeeId: _id, erasedAt };
  }

  /** Those of the ids whose people were erased. */
  async among(employeeIds: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set((await this.employees.find({ _id: oneOf(employeeIds) })).map(({ _id }) => _id));
  }

  /** The ids of the people whose key was destroyed later than that; somebody may come twice. */
  async *eachKeyDestroyedAfter(moment: Date): AsyncGenerator<NotedErasure> {
    const prefix = employeeKeyOwner('');
    for await (const { ownerId, erasedAt } of this.keys.each({ erasedAt: greaterThan(moment) }))
      if (ownerId.startsWith(prefix)) yield { employeeId: ownerId.slice(prefix.length), erasedAt };
  }
}
