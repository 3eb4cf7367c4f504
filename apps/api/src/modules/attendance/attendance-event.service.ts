import type { AttendanceEvent, Page } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { readLimit } from '../../access/read-limit.js';
import { visibleRecords } from '../../access/visible-records.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { AttendanceEventsArgs } from './attendance.inputs.js';

export class AttendanceEventService {
  constructor(private readonly context: ServiceContext) {}

  /** Accepted marks, newest first, of the people this actor may see. */
  async list(actor: Actor, { filter, first, after }: AttendanceEventsArgs): Promise<Page<AttendanceEvent>> {
    const limit = await visibleRecords(this.context.db, readLimit(actor, 'attendance:read'));
    return this.context.db.attendanceEvents.list({ ...filter, ...limit }, { first, after });
  }
}
