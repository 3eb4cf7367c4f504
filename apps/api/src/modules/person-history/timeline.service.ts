import { DomainError, TIMELINE_KINDS, type TimelineKind } from '@rollcall/contracts';
import type { MarkingDevice, Page, TimelineItem } from '@rollcall/db';
import { hasScope } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, type ReadLimit, readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { EmployeeTimelineArgs } from './timeline.inputs.js';

/** What tells of work and not only of the person. */
const OF_ATTENDANCE: readonly TimelineKind[] = ['MARK', 'CORRECTION', 'LEAVE', 'SHIFT'];

export class TimelineService {
  constructor(private readonly context: ServiceContext) {}

  /**
   * What happened to a person, newest first, with what second records have. Without `attendance:read` only what is about the
   * person; employees see their own, without what changed in the record.
   *
   * @throws DomainError NOT_FOUND for people the actor may not see; FORBIDDEN; BAD_USER_INPUT for a foreign cursor
   */
  async list(actor: Actor, { employeeId, kinds, first, after }: EmployeeTimelineArgs): Promise<Page<TimelineItem>> {
    const { db } = this.context;
    const limit = readLimit(actor, 'employees:read');
    const employeeIds = await this.recordsOf(limit, employeeId);
    const isOwn = limit.employeeIds !== null;
    const may = (kind: TimelineKind) =>
      isOwn ? kind !== 'RECORD' : !OF_ATTENDANCE.includes(kind) || hasScope(actor, 'attendance:read');
    const asked = (kinds ?? TIMELINE_KINDS).filter(may);
    const { among } = await visibleRecords(db, limit);
    return db.timeline.list({ employeeIds, kinds: asked, among }, { first, after });
  }

  /**
   * What a person's marks came from, the latest first: devices of the register, browsers, files.
   *
   * @throws DomainError NOT_FOUND for people the actor may not see; FORBIDDEN
   */
  async markingDevices(actor: Actor, employeeId: string): Promise<readonly MarkingDevice[]> {
    const { db } = this.context;
    const limit = readLimit(actor, 'attendance:read');
    const employeeIds = await this.recordsOf(limit, employeeId);
    const { among } = await visibleRecords(db, limit);
    return db.markingDevices.list(employeeIds, among);
  }

  /** The own record and those that were merged into it. */
  private async recordsOf(limit: ReadLimit, employeeId: string): Promise<readonly string[]> {
    const { employees } = this.context.db;
    const employee = await employees.findById(employeeId);
    if (employee === null || !isVisible(limit, employee)) throw new DomainError('NOT_FOUND');
    const seconds = await employees.listMergedInto([employeeId]);
    return [employeeId, ...seconds.map(({ id }) => id)];
  }
}
