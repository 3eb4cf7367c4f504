import { entryMac } from '../audit/audit-chain.js';
import { plainCopy } from '../audit/canonical-json.js';
import type { AuditEntry, AuditOutcome, NewAuditEntry } from '../entities/audit-entry.js';
import type { AuditEntryDocument } from '../models/audit-entry.model.js';
import type { Collection, Filter, WithSession } from './collection.js';
import { entityMapper } from './entity-mapper.js';
import { between, defined, theNumber } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const { fields, toEntity } = entityMapper<AuditEntry>()([
  'at',
  'actor',
  'action',
  'target',
  'outcome',
  'requestId',
  'details',
  'sequence',
  'sealedAt',
]);

/** For what reads them another way than through this repository. */
export const auditEntryMapper = { fields, toEntity };

export interface AuditFilter {
  readonly actorId?: string | null | undefined;
  readonly action?: string | null | undefined;
  /** Without an id: everything of this kind. */
  readonly target?: { readonly kind: string; readonly id?: string | null | undefined } | null | undefined;
  readonly outcome?: AuditOutcome | null | undefined;
  /** Half-open: from ≤ at < to. */
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

const NEWEST_FIRST: PageOrder = { name: 'AT_DESC', field: 'at', direction: -1, kind: 'date' };

function filterOf({ actorId, action, target, outcome, from, to }: AuditFilter): Filter {
  return defined({
    'actor.id': actorId ?? undefined,
    action: action ?? undefined,
    'target.kind': target?.kind,
    'target.id': target?.id ?? undefined,
    outcome: outcome ?? undefined,
    at: between(from, to),
  });
}

/** Entries are inserted with a code over their content and chained a moment later by the sealer. */
export class AuditRepository {
  constructor(
    private readonly collection: Collection<AuditEntryDocument>,
    private readonly auditKey: Buffer,
  ) {}

  /**
   * Notes what happened. Call it in the transaction of what it witnesses: both are there or neither.
   *
   * @throws DomainError BAD_USER_INPUT if `details` is not plain JSON
   */
  async insert(entry: NewAuditEntry, options: WithSession = {}): Promise<void> {
    const content = {
      _id: entry.id,
      at: entry.at,
      actor: { kind: entry.actor.kind, id: entry.actor.id },
      action: entry.action,
      target: entry.target === null ? null : { kind: entry.target.kind, id: entry.target.id },
      outcome: entry.outcome,
      requestId: entry.requestId,
      details: plainCopy(entry.details),
    };
    await this.collection.insert({ ...content, mac: entryMac(this.auditKey, content), isPending: true }, options);
  }

  /** The entry at this place of the chain, from 1; null: there is none. */
  async findBySequence(sequence: number, options: WithSession = {}): Promise<AuditEntry | null> {
    const found = await this.collection.findOne({ sequence: theNumber(sequence) }, { ...options, fields });
    return found && toEntity(found);
  }

  /** All that fit, newest first, one after the other: memory stays the same however many there are. */
  async *each(filter: AuditFilter): AsyncGenerator<AuditEntry> {
    const newestFirst = { at: -1, _id: -1 } as const;
    for await (const document of this.collection.each(filterOf(filter), { sort: newestFirst, fields }))
      yield toEntity(document);
  }

  /** Newest first. */
  async list(filter: AuditFilter, page: PageRequest, options: WithSession = {}): Promise<Page<AuditEntry>> {
    const query = {
      collection: this.collection,
      filter: filterOf(filter),
      order: NEWEST_FIRST,
      page,
      fields,
      toEntity,
    };
    return findPage({ ...query, ...options });
  }
}
