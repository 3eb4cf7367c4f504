import { TIMELINE_ACTIONS, type TimelineAction, type TimelineKind } from '@rollcall/contracts';
import type { AttendanceEvent } from '../entities/attendance-event.js';
import type { AuditEntry } from '../entities/audit-entry.js';
import type { Leave } from '../entities/calendar.js';
import type { Correction } from '../entities/correction.js';
import type { AttendanceEventDocument } from '../models/attendance-event.model.js';
import type { AuditEntryDocument } from '../models/audit-entry.model.js';
import type { LeaveDocument } from '../models/calendar.model.js';
import type { CorrectionDocument } from '../models/correction.model.js';
import { type Among, amongFilters } from './among.js';
import { attendanceEventMapper } from './attendance-event.repository.js';
import { auditEntryMapper } from './audit.repository.js';
import { leaveMapper } from './calendar.repository.js';
import type { Collection } from './collection.js';
import { correctionMapper } from './correction.repository.js';
import { defined, oneOf } from './filters.js';
import { mergePages } from './merge-pages.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

/** `at`: when a mark counts, when a correction or leave was asked for, when the rest was done. */
export type TimelineItem = { readonly id: string; readonly at: Date } & (
  | { readonly kind: 'MARK'; readonly event: AttendanceEvent }
  | { readonly kind: 'CORRECTION'; readonly correction: Correction }
  | { readonly kind: 'LEAVE'; readonly leave: Leave }
  | { readonly kind: keyof typeof TIMELINE_ACTIONS; readonly action: TimelineAction; readonly entry: AuditEntry }
);

export interface TimelineFilter {
  /** A person's records: the own one and those that were merged into it. */
  readonly employeeIds: readonly string[];
  readonly kinds: readonly TimelineKind[];
  /** Of marks and corrections only these: what the caller may see. */
  readonly among?: Among | undefined;
}

interface Sources {
  readonly events: Collection<AttendanceEventDocument>;
  readonly corrections: Collection<CorrectionDocument>;
  readonly leaves: Collection<LeaveDocument>;
  readonly entries: Collection<AuditEntryDocument>;
}

const KIND_OF = new Map<string, keyof typeof TIMELINE_ACTIONS>(
  (Object.keys(TIMELINE_ACTIONS) as (keyof typeof TIMELINE_ACTIONS)[]).flatMap((kind) =>
    TIMELINE_ACTIONS[kind].map((action) => [action, kind] as const),
  ),
);

/** One name for all sources: a cursor of one says where the others go on. */
const orderBy = (field: string): PageOrder => ({ name: 'TIMELINE', field, direction: -1, kind: 'date' });

/** What happened to a person, from four collections, in one list. */
export class TimelineRepository {
  constructor(private readonly sources: Sources) {}

  /** Newest first. @throws DomainError BAD_USER_INPUT for a page size out of range or a foreign cursor */
  async list(filter: TimelineFilter, page: PageRequest): Promise<Page<TimelineItem>> {
    const { kinds } = filter;
    const actions = kinds.flatMap((kind) => (kind in TIMELINE_ACTIONS ? TIMELINE_ACTIONS[kind as 'FACE'] : []));
    const pages = await Promise.all([
      ...(kinds.includes('MARK') ? [this.marks(filter, page)] : []),
      ...(kinds.includes('CORRECTION') ? [this.corrections(filter, page)] : []),
      ...(kinds.includes('LEAVE') ? [this.leaves(filter, page)] : []),
      ...(actions.length > 0 ? [this.entries(filter, actions, page)] : []),
    ]);
    return mergePages(pages, page);
  }

  private marks({ employeeIds, among }: TimelineFilter, page: PageRequest): Promise<Page<TimelineItem>> {
    const filter = { employeeId: oneOf(employeeIds), isVoid: false, ...visible(among) };
    const { fields, toEntity } = attendanceEventMapper;
    const toItem = (document: AttendanceEventDocument): TimelineItem => {
      const event = toEntity(document);
      return { id: event.id, at: event.at, kind: 'MARK', event };
    };
    return findPage({ collection: this.sources.events, filter, order: orderBy('at'), page, fields, toEntity: toItem });
  }

  private corrections({ employeeIds, among }: TimelineFilter, page: PageRequest): Promise<Page<TimelineItem>> {
    const filter = { employeeId: oneOf(employeeIds), ...visible(among) };
    const { fields, toEntity } = correctionMapper;
    const toItem = (document: CorrectionDocument): TimelineItem => {
      const correction = toEntity(document);
      return { id: correction.id, at: correction.createdAt, kind: 'CORRECTION', correction };
    };
    const order = orderBy('createdAt');
    return findPage({ collection: this.sources.corrections, filter, order, page, fields, toEntity: toItem });
  }

  private leaves({ employeeIds }: TimelineFilter, page: PageRequest): Promise<Page<TimelineItem>> {
    const filter = { employeeId: oneOf(employeeIds) };
    const { fields, toEntity } = leaveMapper;
    const toItem = (document: LeaveDocument): TimelineItem => {
      const leave = toEntity(document);
      return { id: leave.id, at: leave.createdAt, kind: 'LEAVE', leave };
    };
    const order = orderBy('createdAt');
    return findPage({ collection: this.sources.leaves, filter, order, page, fields, toEntity: toItem });
  }

  private entries(
    { employeeIds }: TimelineFilter,
    actions: readonly TimelineAction[],
    page: PageRequest,
  ): Promise<Page<TimelineItem>> {
    const target = { 'target.kind': 'EMPLOYEE', 'target.id': oneOf(employeeIds) };
    const filter = { ...target, action: oneOf(actions), outcome: 'DONE' };
    const { fields, toEntity } = auditEntryMapper;
    const toItem = (document: AuditEntryDocument): TimelineItem => {
      const entry = toEntity(document);
      const kind = KIND_OF.get(entry.action) ?? 'RECORD';
      return { id: entry.id, at: entry.at, kind, action: entry.action as TimelineAction, entry };
    };
    return findPage({ collection: this.sources.entries, filter, order: orderBy('at'), page, fields, toEntity: toItem });
  }
}

const visible = (among: Among | undefined) => {
  const limits = amongFilters(among);
  return defined({ $and: limits.length === 0 ? undefined : limits });
};
