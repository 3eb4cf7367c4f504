import { type MarkTerms, type MarkTermsInput, markTerms, POLICY_DEFAULTS } from '@rollcall/attendance';
import { DomainError, type RecordAttendanceOutcome } from '@rollcall/contracts';
import { type DbSession, type Employee, type Site, siteOn } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { toEngineAssignment, toEnginePolicy, toEngineShift } from './engine-input.mapper.js';
import { checkPlace, type GivenLocation, type PlaceVerdict } from './place-check.js';
import { isRosterFault } from './roster-fault.js';

/** A mark that is about to be written. */
export interface Mark {
  readonly employee: Employee;
  readonly site: Site;
  readonly at: Date;
  readonly localDate: string;
  readonly minimumGapSeconds: number;
}

export interface MarkVerdict {
  readonly outcome: RecordAttendanceOutcome;
  readonly place: PlaceVerdict['place'];
  readonly isRemote: boolean;
}

/** Where the mark was made; null: somebody vouches for it, the place is not asked for. */
export interface MarkOrigin {
  readonly location: GivenLocation | null;
  readonly clientAddress: string | undefined;
}

/** Decides about the mark of a person who is known to be there. Reads, and writes nothing. */
export class MarkJudge {
  constructor(private readonly context: ServiceContext) {}

  /** Site, local date and terms of a mark of this moment. Two marks of one person never share an instant. */
  async prepare(employee: Employee, receivedAt: Date, session: DbSession): Promise<Mark> {
    const { sites, attendanceEvents, shifts, shiftAssignments, attendancePolicies } = this.context.db;
    const twin = await attendanceEvents.findLatest(employee.id, receivedAt, { session });
    const at = twin?.at.getTime() === receivedAt.getTime() ? new Date(receivedAt.getTime() + 1) : receivedAt;
    const all = await sites.listAll({ session });
    const current = all.find(({ id }) => id === employee.siteId) ?? all[0];
    if (current === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
    const today = localDateOf(at, current.timeZone);
    const roster = {
      employee: { defaultShiftId: employee.defaultShiftId },
      assignments: (await shiftAssignments.listByEmployees([employee.id], { session })).map(toEngineAssignment),
      shifts: (await shifts.listAll({ session })).map(toEngineShift),
      policies: (await attendancePolicies.listAll({ session })).map(toEnginePolicy),
    };
    const terms = termsOf(roster, today);
    const siteId = terms.siteId ?? siteOn(employee, today);
    const site = all.find(({ id }) => id === siteId) ?? current;
    const localDate = localDateOf(at, site.timeZone);
    return { employee, site, at, localDate, minimumGapSeconds: terms.minimumMarkGapSeconds };
  }

  async judge(mark: Mark, origin: MarkOrigin | null, session: DbSession): Promise<MarkVerdict> {
    const { joiningDate, leavingDate, status } = mark.employee;
    const { localDate } = mark;
    const hasLeft = status !== 'ACTIVE' || (leavingDate !== null && localDate > leavingDate);
    if (hasLeft || (joiningDate !== null && localDate < joiningDate))
      return { outcome: 'NOT_EMPLOYED', place: null, isRemote: false };
    if (origin === null) return { outcome: await this.tapOf(mark, session), place: null, isRemote: false };
    const { refusal, place, isRemote } = checkPlace(mark.site, origin.location, origin.clientAddress);
    return { outcome: refusal ?? (await this.tapOf(mark, session)), place, isRemote };
  }

  /** The first answer; the day is judged by the rule engine. */
  private async tapOf(mark: Mark, session: DbSession): Promise<'RECORDED' | 'DOUBLE_TAP'> {
    const { employee, at, minimumGapSeconds } = mark;
    const latest = await this.context.db.attendanceEvents.findLatest(employee.id, at, { session });
    const isDoubleTap = latest !== null && at.getTime() - latest.at.getTime() < minimumGapSeconds * 1000;
    return isDoubleTap ? 'DOUBLE_TAP' : 'RECORDED';
  }
}

/** The defaults, if the roster contradicts itself. */
function termsOf(roster: MarkTermsInput, date: string): MarkTerms {
  try {
    return markTerms(roster, date);
  } catch (error) {
    if (!isRosterFault(error)) throw error;
    return { minimumMarkGapSeconds: POLICY_DEFAULTS.minimumMarkGapSeconds, siteId: null };
  }
}
