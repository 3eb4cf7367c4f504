import type { ExportTicket } from '../entities/export-ticket.js';
import type { ExportTicketDocument } from '../models/export-ticket.model.js';
import type { Collection, WithSession } from './collection.js';
import { entityMapper, toDocument } from './entity-mapper.js';
import { greaterThan } from './filters.js';

const mapper = entityMapper<ExportTicket>()([
  'tokenHash',
  'request',
  'actor',
  'siteIds',
  'departmentIds',
  'createdAt',
  'expiresAt',
]);

/** Tickets of before have no departments. */
const toEntity = (document: ExportTicketDocument): ExportTicket => ({
  ...mapper.toEntity(document),
  departmentIds: document.departmentIds ?? [],
});

export class ExportTicketRepository {
  constructor(private readonly collection: Collection<ExportTicketDocument>) {}

  async insert(ticket: ExportTicket, options: WithSession = {}): Promise<void> {
    const siteIds = ticket.siteIds === null ? null : [...ticket.siteIds];
    await this.collection.insert({ ...toDocument(ticket), siteIds, departmentIds: [...ticket.departmentIds] }, options);
  }

  /** Uses the ticket up. Null if there is none, it was used already or has expired: of two at once one gets it. */
  async take(tokenHash: string, now: Date): Promise<ExportTicket | null> {
    const found = await this.collection.findOne({ tokenHash, expiresAt: greaterThan(now) });
    if (found === null) return null;
    return (await this.collection.deleteOne({ _id: found._id })) ? toEntity(found) : null;
  }
}
