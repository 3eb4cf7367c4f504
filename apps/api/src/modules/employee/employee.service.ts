import { DomainError } from '@rollcall/contracts';
import { type DbSession, type Employee, type EmployeeChange, movedTo, type Page } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit, visiblePeople } from '../../access/read-limit.js';
import { localDateOf } from '../../local-dates/local-date.js';
import { isTimeZone } from '../../local-dates/time-zone.js';
import { badInput } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { AttendanceDayService } from '../attendance/attendance-day.service.js';
import type { AssignmentService } from '../roster/assignment.service.js';
import type { EmployeeAccountService } from '../user/employee-account.service.js';
import { changeValues } from './custom-field-values.js';
import type { CreateEmployeeInput, EmployeeArgs, EmployeesArgs, UpdateEmployeeInput } from './employee.inputs.js';

const LATEST = '9999-12-31';
/** What the verdict on a day depends on. */
const JUDGED_BY = ['siteHistory', 'departmentId', 'defaultShiftId', 'joiningDate', 'leavingDate'] as const;

export class EmployeeService {
  constructor(
    private readonly context: ServiceContext,
    private readonly assignments: AssignmentService,
    private readonly days: AttendanceDayService,
    private readonly accounts: EmployeeAccountService,
    private readonly modelId: string,
  ) {}

  /** Null if there is none, or none this actor may see. @throws DomainError BAD_USER_INPUT unless exactly one is given */
  async find(actor: Actor, { id, number }: EmployeeArgs): Promise<Employee | null> {
    const limit = readLimit(actor, 'employees:read');
    const { employees } = this.context.db;
    if ((id == null) === (number == null)) throw badInput('id', 'Give id or number, exactly one.');
    const found = id == null ? await employees.findByNumber(number ?? '') : await employees.findById(id);
    return found !== null && isVisible(limit, found) ? found : null;
  }

  async list(actor: Actor, { filter, sort, first, after }: EmployeesArgs): Promise<Page<Employee>> {
    const visible = visiblePeople(readLimit(actor, 'employees:read'));
    const face = filter?.faceStatus == null ? null : { status: filter.faceStatus, modelId: this.modelId };
    const { faceStatus: _status, ...rest } = filter ?? {};
    return this.context.db.employees.list({ ...rest, face, ...visible }, sort, { first, after });
  }

  /**
   * @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if the number, the external id or the badge is taken
   */
  async create(actor: Actor, input: CreateEmployeeInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createEmployee', input, recall: (id: string) => db.employees.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const [number, name] = [required(input.number, 'number'), required(input.name, 'name')];
      const siteId = await this.siteIdFor(input.siteId);
      const dates = datesOf(input.joiningDate ?? null, input.leavingDate ?? null);
      const at = now();
      const email = input.email ?? null;
      const externalId = input.externalId ?? null;
      const employee = {
        id: newId(),
        number,
        name,
        email,
        externalId,
        siteId,
        departmentId: await this.departmentIdFor(input.departmentId),
        defaultShiftId: input.defaultShiftId ?? null,
        ...plainChanges(input),
        customFields: changeValues({}, input.customFields ?? [], await db.customFields.listAll()),
        ...dates,
        status: 'ACTIVE' as const,
        createdAt: at,
        updatedAt: at,
      };
      return db.withTransaction(async (session) => {
        await this.assignments.checkDefaultShift(employee, session);
        const created = await db.employees.insert(employee, { session });
        const target = employeeTarget(created.id);
        await db.audit.insert(auditEntry(this.context, actor, { action: 'EMPLOYEE_CREATED', target }), { session });
        await keep(created.id, session);
        return created;
      });
    });
  }

  /**
   * @throws DomainError BAD_USER_INPUT naming the field; SHIFT_OVERLAP if the default shift overlaps an assignment; CONFLICT if
   * it changed since `input.version` or a number is taken; NOT_FOUND
   */
  async update(actor: Actor, { id, version, ...input }: UpdateEmployeeInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const before = await db.employees.getById(id);
    const change = await this.changeOf(input, before);
    return db.withTransaction(async (session) => {
      const written = await db.employees.update(id, change, { version, now: now() }, { session });
      if (change.defaultShiftId !== undefined) await this.assignments.checkDefaultShift(written, session);
      const details = { fields: Object.keys(change) };
      const witnessed = { action: 'EMPLOYEE_UPDATED', target: employeeTarget(id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      if (JUDGED_BY.some((field) => change[field] !== undefined))
        await this.days.rebuildChanged([id], null, witnessed.action, session);
      return written;
    });
  }

  /**
   * No marks from now on, and the stored face can no longer be used. Today, in the zone of the site, becomes the last day unless
   * the person left before; it is closed like any other day, and none comes after it. The person is signed out everywhere.
   * Doing it twice changes nothing.
   *
   * @param version what the caller read; left out: whatever is stored
   * @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND
   */
  async deactivate(actor: Actor, id: string, version?: number): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const before = await db.employees.getById(id, { session });
      if (version !== undefined && version !== before.version)
        throw new DomainError('CONFLICT', { internal: 'employee changed in the meantime' });
      if (before.status !== 'ACTIVE') return before;
      const at = { version: before.version, now: now() };
      const leavingDate = await this.lastDayOf(before, session);
      const updated = await db.employees.update(id, { status: 'INACTIVE', leavingDate }, at, { session });
      const details = { leavingDate, leavingDateBefore: before.leavingDate };
      const witnessed = { action: 'EMPLOYEE_DEACTIVATED', target: employeeTarget(id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      if (leavingDate !== before.leavingDate)
        await this.days.rebuildChanged([id], { from: leavingDate, to: LATEST }, witnessed.action, session);
      await this.accounts.close(actor, id, session);
      return updated;
    });
  }

  /** Work dates are dates of the site, so is the last of them. */
  private async lastDayOf({ siteId, leavingDate }: Employee, session: DbSession): Promise<string> {
    const sites = await this.context.db.sites.listAll({ session });
    const site = sites.find(({ id }) => id === siteId) ?? sites[0];
    const today = localDateOf(this.context.now(), site?.timeZone ?? 'UTC');
    return leavingDate !== null && leavingDate < today ? leavingDate : today;
  }

  private async changeOf(input: Changes, before: Employee): Promise<EmployeeChange> {
    const isDated = input.joiningDate !== undefined || input.leavingDate !== undefined;
    const dates = isDated
      ? datesOf(
          input.joiningDate === undefined ? before.joiningDate : input.joiningDate,
          input.leavingDate === undefined ? before.leavingDate : input.leavingDate,
        )
      : before;
    return {
      ...(input.number === undefined ? {} : { number: required(input.number, 'number') }),
      ...(input.name === undefined ? {} : { name: required(input.name, 'name') }),
      ...(input.email === undefined ? {} : { email: input.email }),
      ...(input.externalId === undefined ? {} : { externalId: input.externalId }),
      ...(await this.siteChangeOf(input, before)),
      ...(input.departmentId === undefined
        ? {}
        : { departmentId: await this.departmentIdFor(input.departmentId, before.departmentId) }),
      ...(isChange(input.defaultShiftId, before.defaultShiftId) ? { defaultShiftId: input.defaultShiftId } : {}),
      ...plainChanges(input),
      ...(await this.customFieldsOf(input, before)),
      ...(input.joiningDate === undefined ? {} : { joiningDate: dates.joiningDate }),
      ...(input.leavingDate === undefined ? {} : { leavingDate: dates.leavingDate }),
    };
  }

  private async departmentIdFor(id: string | null | undefined, former: string | null = null): Promise<string | null> {
    if (id == null || id === former) return id ?? null;
    const department = await this.context.db.departments.findById(id);
    if (department === null || department.isArchived) throw badInput('departmentId', 'There is no such department.');
    return id;
  }

  private async customFieldsOf({ customFields }: Changes, before: Employee): Promise<EmployeeChange> {
    if (customFields == null) return {};
    const fields = await this.context.db.customFields.listAll();
    return { customFields: changeValues(before.customFields, customFields, fields) };
  }

  /** Moving keeps the past: days before `siteFrom` stay with the former site. */
  private async siteChangeOf({ siteId: asked, siteFrom }: Changes, before: Employee): Promise<EmployeeChange> {
    if (asked === undefined) {
      if (siteFrom != null) throw badInput('siteFrom', 'This goes with siteId.');
      return {};
    }
    const siteId = await this.siteIdFor(asked, before.siteId);
    if (siteId === null) return { siteId };
    const site = await this.context.db.sites.getById(siteId);
    const today = localDateOf(this.context.now(), site.timeZone);
    if (siteFrom != null && siteFrom > today)
      throw badInput('siteFrom', 'This is still to come. Until then, assign a shift at the other site.');
    if (siteFrom == null && siteId === before.siteId) return {};
    return { siteId, siteHistory: movedTo(before.siteHistory, siteId, siteFrom ?? today) };
  }

  /** The first site if none is named. */
  private async siteIdFor(siteId: string | null | undefined, former: string | null = null): Promise<string | null> {
    const { sites } = this.context.db;
    if (siteId == null) return (await sites.listAll()).find(({ isArchived }) => !isArchived)?.id ?? null;
    const site = await sites.findById(siteId);
    if (site === null || (site.isArchived && siteId !== former)) throw badInput('siteId', 'There is no such site.');
    return siteId;
  }
}

const isChange = (given: string | null | undefined, former: string | null): given is string | null =>
  given !== undefined && given !== former;

type Changes = Omit<UpdateEmployeeInput, 'id' | 'version'>;

/** What needs no look at the database. */
function plainChanges({ homeTimeZone, costCentre, badge }: Changes) {
  return {
    ...(homeTimeZone === undefined ? {} : { homeTimeZone: zoneOf(homeTimeZone) }),
    ...(costCentre === undefined ? {} : { costCentre: costCentre?.trim() || null }),
    ...(badge === undefined ? {} : { badge: badge?.trim() || null }),
  };
}

function zoneOf(timeZone: string | null): string | null {
  if (timeZone === null || isTimeZone(timeZone)) return timeZone;
  throw badInput('homeTimeZone', 'There is no such time zone. Use an IANA name such as Europe/Berlin.');
}

function required(value: string | null, field: string): string {
  const trimmed = value?.trim() ?? '';
  if (trimmed === '') throw badInput(field, 'This must not be empty.');
  return trimmed;
}

function datesOf(joiningDate: string | null, leavingDate: string | null) {
  if (joiningDate !== null && leavingDate !== null && leavingDate < joiningDate) {
    throw badInput('leavingDate', 'The last day is before the first.');
  }
  return { joiningDate, leavingDate };
}
