import type { ErasedKind } from '@rollcall/contracts';
import type { Models } from '../models/index.js';
import { Collection, type WithSession } from './collection.js';
import { exists, notIn, oneOf } from './filters.js';
import { ACCOUNT_TRACES, PERSON_TRACES, type PersonTrace } from './person-traces.js';

/** What stands where somebody had typed something. Fields of texts must not be empty. */
export const ERASED_TEXT = '—';

export type ErasedCounts = Readonly<Partial<Record<ErasedKind, number>>>;

interface Named {
  _id: string;
}

/** Erases what is stored about people beside their own rows. */
export class ErasureRepository {
  constructor(private readonly models: Models) {}

  /**
   * Deletes or blanks what `PERSON_TRACES` says, also in collections that are append-only otherwise. Call it in the transaction
   * of its audit entry.
   *
   * @returns how many documents of each kind were deleted or blanked
   */
  async eraseTraces(employeeIds: readonly string[], { session }: Required<WithSession>): Promise<ErasedCounts> {
    const counts: Partial<Record<ErasedKind, number>> = {};
    for (const [name, trace] of Object.entries(PERSON_TRACES)) {
      if (trace.does === 'KEEP') continue;
      const collection = new Collection<Named>(this.models[name as keyof Models] as never);
      const kind = trace.does === 'DELETE' ? trace.kind : 'REASONS_AND_NOTES';
      const count = await eraseIn(collection, trace, employeeIds, session);
      counts[kind] = (counts[kind] ?? 0) + count;
    }
    return counts;
  }

  /**
   * Takes away all that somebody signs in with, and what they were told. The row of the account stays, see `UserRepository.anonymise`.
   */
  async eraseSignIn(userId: string, { session }: Required<WithSession>): Promise<void> {
    for (const name of ACCOUNT_TRACES)
      await new Collection<Named>(this.models[name] as never).eraseMany({ userId }, { session });
  }
}

async function eraseIn(
  collection: Collection<Named>,
  trace: Exclude<PersonTrace, { does: 'KEEP' }>,
  employeeIds: readonly string[],
  session: Required<WithSession>['session'],
): Promise<number> {
  const ofPerson = { $or: trace.by.map((field) => ({ [field]: oneOf(employeeIds) })) };
  if (trace.does === 'DELETE') return collection.eraseMany(ofPerson, { session });
  let count = 0;
  for (const text of trace.texts) {
    const written = { $and: [ofPerson, { [text]: exists() }, { [text]: notIn([null as never, ERASED_TEXT]) }] };
    count += await collection.blankMany(written, { [text]: ERASED_TEXT }, { session });
  }
  return count;
}
