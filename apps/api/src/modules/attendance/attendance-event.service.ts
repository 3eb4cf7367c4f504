import type { AttendanceEvent, Page } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceEventsArgs } from './attendance.inputs.js';
import { amongFound } from './list-days.js';

export class AttendanceEventService {
  constructor(private readonly context: ServiceContext) {}

  /** Accepted marks, newest first, of the people this actor may see. */
  async list(actor: Actor, { filter, first, after }: AttendanceEventsArgs): Promise<Page<AttendanceEvent>> {
    const { db } = this.context;
    const { search, ...plain } = filter ?? {};
    const { among, employeeIds: own } = await visibleRecords(db, readLimit(actor, 'attendance:read'));
    const employeeIds = await amongFound(db, own, search);
    return db.attendanceEvents.list({ ...plain, among, employeeIds }, { first, after });
  }
}
