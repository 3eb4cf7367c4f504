import { createHash, randomBytes } from 'node:crypto';
import type { Writable } from 'node:stream';
import type { PayCode } from '@rollcall/attendance';
import type { Scope } from '@rollcall/contracts';
import type { ExportTicket, JsonObject } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { checkRange } from '../../local-dates/date-range.js';
import type { FileSource, WrittenFile } from '../../report-files/file-source.js';
import { MAX_PDF_ROWS, tooLarge } from '../../report-files/pdf/write-pdf.js';
import { DEFAULT_STYLE, type FileStyle } from '../../report-files/report-locale.js';
import type { ReportRow } from '../../report-files/report-table.js';
import { type ExportFormat, MEDIA_TYPES, writeFile } from '../../report-files/write-file.js';
import { actorRef, auditEntry, type ServiceContext } from '../../services/service-context.js';
import { type AuditExportFilter, AuditExportService } from '../audit/audit-export.service.js';
import type { PayrollService } from '../period/payroll.service.js';
import { checkFits, type ReportRequest, type ReportService, type StreamedReport } from '../report/report.service.js';
import { RETRO_COLUMNS, retroRows } from './retro-rows.js';

const TICKET_LIFETIME_MS = 10 * 60_000;
const MAX_DAYS = 1_100;
const RETRO = 'PAYROLL_RETRO';
const AUDIT = 'AUDIT';

export interface ExportRequest extends ReportRequest, Partial<FileStyle> {
  readonly format: ExportFormat;
}

export interface RetroExportRequest extends Partial<FileStyle> {
  readonly periodId: string;
  readonly format: ExportFormat;
}

export interface AuditExportRequest extends Partial<FileStyle> {
  readonly filter?: AuditExportFilter | null | undefined;
}

export interface IssuedTicket {
  readonly token: string;
  readonly expiresAt: Date;
}

/** A file that is about to be sent. */
export interface PreparedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly write: (out: Writable) => Promise<WrittenFile>;
}

export class ExportService {
  private readonly audit: AuditExportService;

  constructor(
    private readonly context: ServiceContext,
    private readonly reports: ReportService,
    private readonly payroll: PayrollService,
  ) {
    this.audit = new AuditExportService(context);
  }

  /**
   * Allows one file to be fetched once, within ten minutes. Who may be in it is settled here.
   *
   * @throws DomainError BAD_USER_INPUT naming the field; FORBIDDEN
   */
  async request(
    actor: Actor,
    { kind, format, from, to, siteId, departmentId, employeeId, profile, statuses, ...style }: ExportRequest,
  ): Promise<IssuedTicket> {
    authorise(actor, 'exports:write');
    checkRange({ from, to }, MAX_DAYS);
    const request = {
      kind,
      format,
      ...styleOf(style),
      from,
      to,
      siteId: siteId ?? null,
      departmentId: departmentId ?? null,
      employeeId: employeeId ?? null,
      ...(statuses == null ? {} : { statuses: [...statuses] }),
      ...(profile == null ? {} : { profile }),
    };
    checkFits({ kind, profile, statuses });
    return this.issue(actor, request);
  }

  /**
   * The same for what changed about a period after payroll took it.
   *
   * @throws DomainError NOT_FOUND; FORBIDDEN
   */
  async requestRetro(actor: Actor, { periodId, format, ...style }: RetroExportRequest): Promise<IssuedTicket> {
    authorise(actor, 'exports:write');
    await this.context.db.finalisedPeriods.getById(periodId);
    return this.issue(actor, { kind: RETRO, periodId, format, ...styleOf(style) });
  }

  /**
   * The same for the record of who did what. Whoever may read it may have the file; the names in it are those they may see now.
   *
   * @throws DomainError FORBIDDEN; BAD_USER_INPUT for a `targetId` without its kind
   */
  async requestAudit(actor: Actor, { filter, ...style }: AuditExportRequest): Promise<IssuedTicket> {
    const accepted = this.audit.accept(actor, filter);
    return this.issue(actor, { kind: AUDIT, format: 'CSV', ...accepted, ...styleOf(style) });
  }

  private async issue(actor: Actor, request: JsonObject): Promise<IssuedTicket> {
    const { db, now, newId } = this.context;
    const token = randomBytes(32).toString('base64url');
    const createdAt = now();
    const expiresAt = new Date(createdAt.getTime() + TICKET_LIFETIME_MS);
    const ticket = {
      ...{ id: newId(), tokenHash: hashOf(token), request: request as JsonObject, actor: actorRef(actor) },
      ...{ siteIds: actor.siteIds, departmentIds: actor.departmentIds, createdAt, expiresAt },
    };
    await db.withTransaction(async (session) => {
      await db.exportTickets.insert(ticket, { session });
      const witnessed = { action: 'EXPORT_REQUESTED', target: { kind: 'EXPORT', id: ticket.id }, details: request };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
    });
    return { token, expiresAt };
  }

  /** Uses a token up. Null if it is unknown, used or expired: they look the same. */
  async take(token: string): Promise<PreparedFile | null> {
    const ticket = await this.context.db.exportTickets.take(hashOf(token), this.context.now());
    if (ticket === null) return null;
    if (ticket.request.kind === AUDIT) return this.prepareAudit(ticket);
    const actor = onBehalfOf(ticket);
    if (ticket.request.kind === RETRO) return this.prepareRetro(actor, ticket.request as unknown as RetroExportRequest);
    return this.prepare(actor, ticket.request as unknown as ExportRequest);
  }

  /** @throws DomainError BAD_USER_INPUT naming the field, also for a PDF of too many rows; FORBIDDEN */
  async prepare(actor: Actor, request: ExportRequest): Promise<PreparedFile> {
    authorise(actor, 'exports:write');
    const { kind, from, to } = request;
    const report = await this.reports.stream(actor, request);
    return this.fileOf(report, { kind, from, to }, request);
  }

  /** @throws DomainError NOT_FOUND; BAD_USER_INPUT for a PDF of too many rows; FORBIDDEN */
  async prepareRetro(actor: Actor, request: RetroExportRequest): Promise<PreparedFile> {
    authorise(actor, 'exports:write');
    const { from, to } = await this.context.db.finalisedPeriods.getById(request.periodId);
    const { payCodes } = await this.context.db.settings.get();
    const people = this.payroll.retroDeltas(actor, request.periodId);
    const rows = retroRows(people, payCodes as readonly PayCode[]);
    return this.fileOf({ columns: RETRO_COLUMNS, rows }, { kind: RETRO, from, to }, request);
  }

  private async prepareAudit(ticket: ExportTicket): Promise<PreparedFile> {
    const reader = (scopes: readonly Scope[]) => onBehalfOf(ticket, scopes);
    const { from, to, ...report } = await this.audit.open(reader, ticket);
    const style = ticket.request as unknown as Partial<FileStyle>;
    return this.fileOf(report, { kind: AUDIT, from, to }, { ...style, format: 'CSV' });
  }

  private async fileOf(
    { columns, rows }: StreamedReport,
    { kind, from, to }: { readonly kind: string; readonly from: string; readonly to: string },
    { format, ...style }: Partial<FileStyle> & { readonly format: ExportFormat },
  ): Promise<PreparedFile> {
    const { organisationName } = await this.context.db.settings.get();
    const createdAt = this.context.now();
    const about = { organisation: organisationName, kind, from, to, timeZone: null, createdAt };
    const source: FileSource = { columns, rows: format === 'PDF' ? await fewRows(rows) : rows, about };
    return {
      fileName: `rollcall-${kind.toLowerCase()}-${from}-to-${to}.${format.toLowerCase()}`,
      mediaType: MEDIA_TYPES[format],
      write: (out) => writeFile(format, source, out, styleOf(style)),
    };
  }
}

const styleOf = ({ locale, csvDialect }: Partial<FileStyle>): FileStyle => ({
  locale: locale ?? DEFAULT_STYLE.locale,
  csvDialect: csvDialect ?? DEFAULT_STYLE.csvDialect,
});

/** Read before the first byte is sent, so that too many are an answer and not a torn file. */
async function fewRows(rows: FileSource['rows']): Promise<readonly ReportRow[]> {
  const few: ReportRow[] = [];
  for await (const row of rows) {
    if (few.length === MAX_PDF_ROWS) throw tooLarge();
    few.push(row);
  }
  return few;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const OF_REPORTS: readonly Scope[] = ['reports:read', 'exports:write'];

/** What the holder of a ticket may do: read what was settled when it was issued, of the people of then. */
function onBehalfOf(ticket: ExportTicket, scopes: readonly Scope[] = OF_REPORTS): Actor {
  const { actor, siteIds, departmentIds } = ticket;
  const { id } = actor;
  return {
    kind: 'API_KEY',
    id,
    name: 'export ticket',
    email: null,
    roles: [],
    scopes: new Set(scopes),
    padPolicy: 'REFUSE',
    siteIds,
    departmentIds,
    employeeId: null,
    requestId: null,
  };
}
