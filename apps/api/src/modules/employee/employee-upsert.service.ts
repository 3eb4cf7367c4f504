import { DomainError } from '@rollcall/contracts';
import { type Employee, hashInput, type JsonValue, numberKey, runOnce } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf } from '../../access/read-limit.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import type { ServiceContext } from '../../services/service-context.js';
import { triedOut } from '../../services/tried-out.js';
import { checkFields } from './check-fields.js';
import { changeValues } from './custom-field-values.js';
import { CreateEmployeeInput, UpdateEmployeeInput } from './employee.inputs.js';
import type { EmployeeService } from './employee.service.js';
import type { UpsertEmployeeInput, UpsertEmployeesInput } from './employee-upsert.inputs.js';
import type { UpsertEmployeeResult, UpsertEmployeesPayload, UpsertOutcome } from './employee-upsert.types.js';

type Done = { readonly outcome: UpsertOutcome; readonly employeeId: string | null };

/** Many people at once, each in a transaction of their own with an audit entry of their own. */
export class EmployeeUpsertService {
  /** @param employeesOf the service of people on a context: the real one, or one that keeps nothing */
  constructor(
    private readonly context: ServiceContext,
    private readonly employeesOf: (context: ServiceContext) => EmployeeService,
  ) {}

  /**
   * A request that broke off is sent again with its key: who was written then is UNCHANGED now.
   *
   * @throws DomainError FORBIDDEN; IDEMPOTENCY_CONFLICT for other people under the same key; BAD_USER_INPUT for an empty key
   */
  async upsert(actor: Actor, input: UpsertEmployeesInput): Promise<UpsertEmployeesPayload> {
    authorise(actor, 'employees:write');
    const key = requiredText('idempotencyKey', input.idempotencyKey);
    const { db, now, newId } = this.context;
    const items = input.employees.map(given);
    if (input.dryRun) return { results: await this.all(actor, items, this.keepingNothing()), replayed: false };
    const inputHash = hashInput({ upsertEmployees: items });
    const once = { request: { actorId: actor.id, key: `upsert:${key}`, inputHash }, now, newId };
    const { answer, isReplay } = await runOnce(db.idempotency, once, async (claim) => {
      const results = await this.all(actor, items, this.context);
      const stored = results.map((result) => ({ ...result })) as JsonValue;
      await db.idempotency.finish(claim, stored);
      return stored;
    });
    return { results: answer as unknown as readonly UpsertEmployeeResult[], replayed: isReplay };
  }

  private keepingNothing(): ServiceContext {
    const { db } = this.context;
    return { ...this.context, db: { ...db, withTransaction: (work) => triedOut(db.withTransaction, work) } };
  }

  private async all(actor: Actor, items: readonly UpsertEmployeeInput[], context: ServiceContext) {
    const employees = this.employeesOf(context);
    const results: UpsertEmployeeResult[] = [];
    for (const [index, item] of items.entries()) {
      const nothing = { employeeId: null, code: null, field: null, problem: null };
      try {
        refuseTwice(items, index);
        results.push({
          ...nothing,
          index,
          ...(await this.one(actor, item, employees, context.db !== this.context.db)),
        });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        results.push({ ...nothing, index, outcome: 'REFUSED', ...refusalOf(error) });
      }
    }
    return results;
  }

  private async one(
    actor: Actor,
    item: UpsertEmployeeInput,
    employees: EmployeeService,
    isDry: boolean,
  ): Promise<Done> {
    const stored = await this.find(item);
    if (stored === null) {
      const place = { id: '', siteId: item.siteId ?? null, departmentId: item.departmentId ?? null };
      if (!isVisible(limitOf(actor), place)) throw badInput('siteId', 'You do not manage this site.');
      const input = Object.assign(new CreateEmployeeInput(), { number: '', name: '' }, item);
      checkFields(input);
      const { id } = await employees.create(actor, input);
      return { outcome: 'CREATED', employeeId: isDry ? null : id };
    }
    if (stored.status === 'ERASED' || !isVisible(limitOf(actor), stored))
      throw badInput('number', 'This number cannot be used.');
    const change = await this.changeOf(item, stored);
    if (Object.keys(change).length === 0) return { outcome: 'UNCHANGED', employeeId: stored.id };
    const input = Object.assign(new UpdateEmployeeInput(), { id: stored.id, version: stored.version }, change);
    checkFields(input);
    await employees.update(actor, input);
    return { outcome: 'UPDATED', employeeId: stored.id };
  }

  /** @throws DomainError BAD_USER_INPUT if neither is given, CONFLICT if they are two people's */
  private async find({ externalId, number }: UpsertEmployeeInput): Promise<Employee | null> {
    if (externalId == null && number == null) throw badInput('externalId', 'Give externalId or number.');
    const { employees } = this.context.db;
    const [byExternalId = null] = externalId == null ? [] : await employees.listByExternalIds([externalId]);
    const byNumber = number == null ? null : await employees.findByNumber(number);
    if (byExternalId !== null && byNumber !== null && byExternalId.id !== byNumber.id)
      throw new DomainError('CONFLICT', { details: { field: 'number', problem: 'Somebody else has this number.' } });
    return byExternalId ?? byNumber;
  }

  /** What is given and stored otherwise. */
  private async changeOf(
    { customFields, ...item }: UpsertEmployeeInput,
    stored: Employee,
  ): Promise<Partial<UpsertEmployeeInput>> {
    const given = Object.entries(item) as [keyof Employee, string | null][];
    const isOther = ([field, value]: [keyof Employee, string | null]) => (value?.trim() || null) !== stored[field];
    const change: Partial<UpsertEmployeeInput> = Object.fromEntries(given.filter(isOther));
    if (customFields == null) return change;
    const next = changeValues(stored.customFields, customFields, await this.context.db.customFields.listAll());
    return hashInput(next) === hashInput(stored.customFields) ? change : { ...change, customFields };
  }
}

/** Without what was left out: it stays as it is. */
const given = (item: UpsertEmployeeInput): UpsertEmployeeInput =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));

/** @throws DomainError BAD_USER_INPUT for a person who stands in the list before */
function refuseTwice(items: readonly UpsertEmployeeInput[], index: number): void {
  const { externalId, number } = items[index] ?? {};
  const before = items.slice(0, index);
  const problem = 'This is in the list already.';
  if (externalId != null && before.some((one) => one.externalId === externalId)) throw badInput('externalId', problem);
  if (number != null && before.some((one) => one.number != null && numberKey(one.number) === numberKey(number)))
    throw badInput('number', problem);
}

function refusalOf({ code, details, message }: DomainError) {
  // A value that is taken is told by the key that its index has.
  const { field, fields, problem } = details ?? {};
  const named = typeof field === 'string' ? field : Array.isArray(fields) ? fields[0] : null;
  return {
    code,
    field: typeof named === 'string' ? named.replace(/Key$/, '') : null,
    problem: typeof problem === 'string' ? problem : message,
  };
}
