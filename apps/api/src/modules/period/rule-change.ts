import type { DbSession, JsonObject } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { badInput } from '../../services/bad-input.js';
import type { AttendanceDayService, TriedChange } from '../attendance/attendance-day.service.js';
import type { CalendarService } from '../calendar/calendar.service.js';
import type { PolicyService } from '../roster/policy.service.js';
import type { ShiftService } from '../roster/shift.service.js';
import type { RuleChangeInput } from './period.inputs.js';

/** A change of the rules that can be tried out, and stored if it is liked. */
export interface PreparedRuleChange {
  /** What the rule engine is given in place of what is stored. */
  readonly tried: TriedChange;
  /** What was asked for, as plain values: the token of a preview stands for it too. */
  readonly asked: JsonObject;
  /** Whose days it can change; null: everybody's. */
  readonly concerns: ReadonlySet<string> | null;
  write(actor: Actor, session: DbSession): Promise<unknown>;
}

const KINDS = ['policy', 'shift', 'holiday', 'removedHoliday', 'weeklyOff', 'removedWeeklyOff'] as const;

/** Reads a proposal into what the engine and the database need. Each kind is checked by the service it belongs to. */
export class RuleChanges {
  constructor(
    private readonly policies: PolicyService,
    private readonly shifts: ShiftService,
    private readonly calendar: CalendarService,
    private readonly days: AttendanceDayService,
  ) {}

  /** @throws DomainError BAD_USER_INPUT naming the field, also unless exactly one change is given; FORBIDDEN; NOT_FOUND */
  async prepare(actor: Actor, input: RuleChangeInput): Promise<PreparedRuleChange> {
    const { policy, shift, holiday, weeklyOff, removedHoliday, removedWeeklyOff } = input;
    if (KINDS.filter((kind) => input[kind] != null).length !== 1)
      throw badInput('change', `Give exactly one of ${KINDS.join(', ')}.`);
    const asked = JSON.parse(JSON.stringify(input)) as JsonObject;
    if (policy != null) {
      if (policy.policyId == null) throw badInput('change.policy.policyId', 'Name the policy that gets a new version.');
      const prepared = await this.policies.prepare(actor, policy);
      const tried = this.days.triedChange({ policy: prepared });
      const concerns = await this.shifts.plannedWith({ policyId: prepared.policyId });
      return { asked, tried, concerns, write: (by, session) => this.policies.insertIn(by, prepared, session) };
    }
    if (shift != null) {
      const prepared = await this.shifts.prepareUpdate(actor, shift);
      const tried = this.days.triedChange({ shift: prepared.shift });
      const concerns = await this.shifts.plannedWith({ shiftId: prepared.shift.id });
      return { asked, tried, concerns, write: (by, session) => this.shifts.updateIn(by, prepared, session) };
    }
    if (holiday != null) {
      const prepared = await this.calendar.prepareHoliday(actor, holiday);
      const tried = this.days.triedChange({ holiday: prepared });
      return {
        asked,
        tried,
        concerns: null,
        write: (by, session) => this.calendar.createHolidayIn(by, prepared, session),
      };
    }
    if (weeklyOff != null) {
      const prepared = await this.calendar.prepareWeeklyOff(actor, weeklyOff);
      const tried = this.days.triedChange({ weeklyOff: prepared });
      return {
        asked,
        tried,
        concerns: null,
        write: (by, session) => this.calendar.createWeeklyOffIn(by, prepared, session),
      };
    }
    if (removedHoliday != null) {
      const { id, version } = removedHoliday;
      const tried = this.days.triedChange({ removedId: await this.calendar.knownHoliday(actor, id) });
      return {
        asked,
        tried,
        concerns: null,
        write: (by, session) => this.calendar.removeHolidayIn(by, id, version, session),
      };
    }
    const { id, version } = removedWeeklyOff ?? { id: '', version: 0 };
    const tried = this.days.triedChange({ removedId: await this.calendar.knownWeeklyOff(actor, id) });
    return {
      asked,
      tried,
      concerns: null,
      write: (by, session) => this.calendar.removeWeeklyOffIn(by, id, version, session),
    };
  }
}
