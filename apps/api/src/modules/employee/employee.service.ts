import { DomainError } from '@rollcall/contracts';
import type { Employee, EmployeeChange, Page } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, readLimit } from '../../access/read-limit.js';
import { auditEntry, employeeTarget, type ServiceContext } from '../../services/service-context.js';
import type { CreateEmployeeInput, EmployeeArgs, EmployeesArgs, UpdateEmployeeInput } from './employee.inputs.js';

export class EmployeeService {
  constructor(
    private readonly context: ServiceContext,
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
    const { siteIds, employeeIds } = readLimit(actor, 'employees:read');
    const face = filter?.faceStatus == null ? null : { status: filter.faceStatus, modelId: this.modelId };
    const { search, status, siteId } = filter ?? {};
    const visible = { siteIds: siteIds ?? undefined, ids: employeeIds ?? undefined };
    return this.context.db.employees.list({ search, status, siteId, face, ...visible }, sort, { first, after });
  }

  /** @throws DomainError CONFLICT if the number or the external id is taken */
  async create(actor: Actor, input: CreateEmployeeInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
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
      defaultShiftId: await this.shiftIdFor(input.defaultShiftId),
      ...dates,
      status: 'ACTIVE' as const,
      createdAt: at,
      updatedAt: at,
    };
    return db.withTransaction(async (session) => {
      const created = await db.employees.insert(employee, { session });
      const target = employeeTarget(created.id);
      await db.audit.insert(auditEntry(this.context, actor, { action: 'EMPLOYEE_CREATED', target }), { session });
      return created;
    });
  }

  /** @throws DomainError CONFLICT if it changed since `input.version` or a number is taken; NOT_FOUND */
  async update(actor: Actor, { id, version, ...input }: UpdateEmployeeInput): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const before = await db.employees.getById(id);
    const change = await this.changeOf(input, before);
    return db.withTransaction(async (session) => {
      const updated = await db.employees.update(id, change, { version, now: now() }, { session });
      const details = { fields: Object.keys(change) };
      const witnessed = { action: 'EMPLOYEE_UPDATED', target: employeeTarget(id), details };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return updated;
    });
  }

  /** No marks from now on, and the stored face can no longer be used. Doing it twice changes nothing. */
  async deactivate(actor: Actor, id: string): Promise<Employee> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const before = await db.employees.getById(id, { session });
      if (before.status !== 'ACTIVE') return before;
      const at = { version: before.version, now: now() };
      const updated = await db.employees.update(id, { status: 'INACTIVE' }, at, { session });
      const witnessed = { action: 'EMPLOYEE_DEACTIVATED', target: employeeTarget(id) };
      await db.audit.insert(auditEntry(this.context, actor, witnessed), { session });
      return updated;
    });
  }

  private async changeOf(
    input: Omit<UpdateEmployeeInput, 'id' | 'version'>,
    before: Employee,
  ): Promise<EmployeeChange> {
    const dates = datesOf(
      input.joiningDate === undefined ? before.joiningDate : input.joiningDate,
      input.leavingDate === undefined ? before.leavingDate : input.leavingDate,
    );
    return {
      ...(input.number === undefined ? {} : { number: required(input.number, 'number') }),
      ...(input.name === undefined ? {} : { name: required(input.name, 'name') }),
      ...(input.email === undefined ? {} : { email: input.email }),
      ...(input.externalId === undefined ? {} : { externalId: input.externalId }),
      ...(input.siteId === undefined ? {} : { siteId: await this.siteIdFor(input.siteId) }),
      ...(input.departmentId === undefined ? {} : { departmentId: await this.departmentIdFor(input.departmentId) }),
      ...(input.defaultShiftId === undefined ? {} : { defaultShiftId: await this.shiftIdFor(input.defaultShiftId) }),
      ...(input.joiningDate === undefined ? {} : { joiningDate: dates.joiningDate }),
      ...(input.leavingDate === undefined ? {} : { leavingDate: dates.leavingDate }),
    };
  }

  private async departmentIdFor(id: string | null | undefined): Promise<string | null> {
    if (id == null) return null;
    if ((await this.context.db.departments.findById(id)) === null)
      throw badInput('departmentId', 'There is no such department.');
    return id;
  }

  private async shiftIdFor(id: string | null | undefined): Promise<string | null> {
    if (id == null) return null;
    if ((await this.context.db.shifts.findById(id)) === null)
      throw badInput('defaultShiftId', 'There is no such shift.');
    return id;
  }

  /** The first site if none is named. */
  private async siteIdFor(siteId: string | null | undefined): Promise<string | null> {
    const { sites } = this.context.db;
    if (siteId == null) return (await sites.listAll())[0]?.id ?? null;
    if ((await sites.findById(siteId)) === null) throw badInput('siteId', 'There is no such site.');
    return siteId;
  }
}

function badInput(field: string, problem: string): DomainError {
  return new DomainError('BAD_USER_INPUT', { details: { field, problem } });
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
