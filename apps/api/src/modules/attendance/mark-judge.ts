import { type MarkTerms, markTerms, POLICY_DEFAULTS } from '@rollcall/attendance';
import { DomainError, type RecordAttendanceOutcome } from '@rollcall/contracts';
import { type AttendanceEvent, type DbSession, type Employee, isEmployedOn, type Site, siteOn } from '@rollcall/db';
import { localDateOf } from '../../local-dates/local-date.js';
import type { ServiceContext } from '../../services/service-context.js';
import { toEngineAssignment, toEnginePolicy, toEngineShift } from './engine-input.mapper.js';
import { plannedAssignments } from './person-terms.js';
import { checkPlace, type GivenLocation, type PlaceVerdict } from './place-check.js';
import { isRosterFault } from './roster-fault.js';

/** A mark that is about to be written. */
export interface Mark {
  readonly employee: Employee;
  readonly site: Site;
  readonly at: Date;
  readonly localDate: string;
  readonly minimumGapSeconds: number;
  /** The mark before this one. */
  readonly latest: AttendanceEvent | null;
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

const DEFAULT_TERMS: MarkTerms = { minimumMarkGapSeconds: POLICY_DEFAULTS.minimumMarkGapSeconds, siteId: null };

/** Decides about the mark of a person who is known to be there. Reads, and writes nothing. */
export class MarkJudge {
  constructor(private readonly context: ServiceContext) {}

  /**
   * Site, local date and terms of a mark of this moment. Two marks of one person never share an instant.
   *
   * @param deviceSiteId where the paired device stands that takes it; null: there is none, and the person's site counts
   */
  async prepare(employee: Employee, wantedAt: Date, deviceSiteId: string | null, session: DbSession): Promise<Mark> {
    const { sites, attendanceEvents } = this.context.db;
    const latest = await attendanceEvents.findLatest(employee.id, wantedAt, { session });
    const at = latest?.at.getTime() === wantedAt.getTime() ? new Date(wantedAt.getTime() + 1) : wantedAt;
    const all = await sites.listAll({ session });
    const current = all.find(({ id }) => id === employee.siteId) ?? all[0];
    if (current === undefined) throw new DomainError('INTERNAL_SERVER_ERROR', { internal: 'there is no site' });
    const today = localDateOf(at, current.timeZone);
    const terms = await this.termsOf(employee, today, session);
    const siteId = deviceSiteId ?? terms.siteId ?? siteOn(employee, today);
    const site = all.find(({ id }) => id === siteId) ?? current;
    const localDate = localDateOf(at, site.timeZone);
    return { employee, site, at, localDate, latest, minimumGapSeconds: terms.minimumMarkGapSeconds };
  }

  /** The defaults for who has no roster, or one that contradicts itself. */
  private async termsOf(employee: Employee, date: string, session: DbSession): Promise<MarkTerms> {
    const { shifts, attendancePolicies } = this.context.db;
    const { defaultShiftId } = employee;
    const planned = await plannedAssignments(this.context, employee, session);
    const assignments = planned.map((assignment) => toEngineAssignment(assignment, employee.id));
    if (defaultShiftId === null && assignments.length === 0) return DEFAULT_TERMS;
    const given = {
      ...{ employee: { defaultShiftId }, assignments },
      shifts: (await shifts.listAll({ session })).map(toEngineShift),
      policies: (await attendancePolicies.listAll({ session })).map(toEnginePolicy),
    };
    try {
      return markTerms(given, date);
    } catch (error) {
      if (!isRosterFault(error)) throw error;
      return DEFAULT_TERMS;
    }
  }

  judge(mark: Mark, origin: MarkOrigin | null): MarkVerdict {
    if (mark.employee.status !== 'ACTIVE' || !isEmployedOn(mark.employee, mark.localDate))
      return { outcome: 'NOT_EMPLOYED', place: null, isRemote: false };
    if (origin === null) return { outcome: tapOf(mark), place: null, isRemote: false };
    const { refusal, place, isRemote } = checkPlace(mark.site, origin.location, origin.clientAddress);
    return { outcome: refusal ?? tapOf(mark), place, isRemote };
  }
}

/** The first answer, which stands for a mark that no day holds; else the rule engine says what it is. */
function tapOf({ at, latest, minimumGapSeconds }: Mark): 'RECORDED' | 'DOUBLE_TAP' {
  const isDoubleTap = latest !== null && at.getTime() - latest.at.getTime() < minimumGapSeconds * 1000;
  return isDoubleTap ? 'DOUBLE_TAP' : 'RECORDED';
}
