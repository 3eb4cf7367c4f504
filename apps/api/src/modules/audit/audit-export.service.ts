import type { Scope } from '@rollcall/contracts';
import type { ExportTicket, JsonObject } from '@rollcall/db';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { createLoaders } from '../../graphql/loaders.js';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { StreamedReport } from '../report/report.service.js';
import type { AuditEntryFilter } from './audit.inputs.js';
import { authoriseWhole, toAuditFilter } from './audit-filter.js';
import { AUDIT_COLUMNS, auditRows } from './audit-rows.js';

/** Without them some names stay empty (docs/adr/0127). */
const NAME_SCOPES: readonly Scope[] = ['employees:read', 'attendance:read'];
/** The loaders ask for one; no name depends on it. */
const NO_MODEL = '';

/** Which entries are wanted. */
export type AuditExportFilter = AuditEntryFilter;

/** What a ticket keeps of a wish for a file. */
interface StoredRequest {
  readonly filter: Omit<AuditEntryFilter, 'from' | 'to'> & { readonly from: string | null; readonly to: string | null };
  readonly names: readonly Scope[];
}

/** A file of the record, and the local dates it is of, both included. */
export interface AuditFile extends StreamedReport {
  readonly from: string;
  readonly to: string;
}

/** The record of who did what as the rows of a file. */
export class AuditExportService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * What to keep of the wish until the file is fetched: who may be named is settled now.
   *
   * @throws DomainError FORBIDDEN as for the list; BAD_USER_INPUT for a `targetId` without its kind
   */
  accept(actor: Actor, filter: AuditEntryFilter | null | undefined): JsonObject {
    authoriseWhole(actor);
    toAuditFilter(filter);
    const { action, actorId, targetKind, targetId, outcome, from, to } = filter ?? {};
    const texts = { action, actorId, targetKind, targetId, outcome, from: from?.toISOString(), to: to?.toISOString() };
    const stored = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? null]));
    return { filter: stored, names: NAME_SCOPES.filter((scope) => hasScope(actor, scope)) };
  }

  /** The rows come while the file is written, newest first. @throws DomainError FORBIDDEN */
  async open(reader: (scopes: readonly Scope[]) => Actor, { request, createdAt }: ExportTicket): Promise<AuditFile> {
    const { db } = this.context;
    const { filter, names } = request as unknown as StoredRequest;
    const actor = reader(['audit:read', ...names]);
    authoriseWhole(actor);
    const wanted = { ...filter, from: dateOf(filter.from), to: dateOf(filter.to) };
    const loaders = createLoaders({ db, actor, modelId: NO_MODEL, now: this.context.now });
    const rows = auditRows(actor, db.audit.each(toAuditFilter(wanted)), loaders);
    const { timeZone } = await db.settings.get();
    const first = wanted.from ?? (await db.audit.findBySequence(1))?.at ?? createdAt;
    const last = wanted.to === null ? createdAt : new Date(wanted.to.getTime() - 1);
    const span = { from: localDateOf(first, timeZone), to: localDateOf(last, timeZone) };
    return { columns: AUDIT_COLUMNS, rows, ...span };
  }
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));
