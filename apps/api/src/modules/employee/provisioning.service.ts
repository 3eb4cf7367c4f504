import { DomainError } from '@rollcall/contracts';
import type { DirectoryFilter, Employee } from '@rollcall/db';
import { foldText } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { isVisible, limitOf, visiblePeople } from '../../access/read-limit.js';
import { badInput } from '../../services/bad-input.js';
import { employeeTarget, type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import { checkFields } from './check-fields.js';
import { CreateEmployeeInput, UpdateEmployeeInput } from './employee.inputs.js';
import type { EmployeeService } from './employee.service.js';
import type { RehireService } from './rehire.service.js';

/** What an identity provider says of a person. Left out: stays as it is; null: taken away. */
export interface PersonChange {
  readonly number?: string;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly externalId?: string | null;
  /** The name of a department; case and accents do not count. */
  readonly department?: string | null;
  readonly costCentre?: string | null;
  readonly isActive?: boolean;
}

export interface DirectoryPerson {
  readonly employee: Employee;
  readonly department: string | null;
}

/** The versions a request is good for; null: whatever is stored. */
export type WantedVersions = readonly number[] | null;

/** People as the directory of an identity provider sees them (docs/adr/0147). Whom it deleted it sees no more. */
export class ProvisioningService {
  constructor(
    private readonly context: ServiceContext,
    private readonly employees: EmployeeService,
    private readonly rehires: RehireService,
  ) {}

  /** @throws DomainError FORBIDDEN, NOT_FOUND */
  async get(actor: Actor, id: string): Promise<DirectoryPerson> {
    authorise(actor, 'employees:read');
    return this.named(await this.visible(actor, id));
  }

  /** In the order in which they were entered. */
  async list(
    actor: Actor,
    filter: Omit<DirectoryFilter, 'among'>,
    part: { readonly skip: number; readonly limit: number },
  ): Promise<{ readonly people: readonly DirectoryPerson[]; readonly totalCount: number }> {
    authorise(actor, 'employees:read');
    const { among } = visiblePeople(limitOf(actor));
    const found = await this.context.db.employees.listInDirectory({ ...filter, among }, part);
    const names = await this.departmentNames();
    const people = found.employees.map((employee) => ({ employee, department: nameIn(names, employee) }));
    return { people, totalCount: found.totalCount };
  }

  /** The names that `department` can have. Everybody may read them, as `departments`. */
  async departments(_actor: Actor): Promise<readonly string[]> {
    const all = await this.context.db.departments.listAll();
    return all.filter(({ isArchived }) => !isArchived).map(({ name }) => name);
  }

  /**
   * Enters somebody; whom the directory had deleted comes back under the former id, with the marks of before.
   *
   * @throws DomainError BAD_USER_INPUT naming the field; CONFLICT with `fields` if the number or the external id is taken
   */
  async create(actor: Actor, { isActive = true, ...person }: PersonChange): Promise<DirectoryPerson> {
    authorise(actor, 'employees:write');
    const former = await this.removedOne(actor, person.number ?? '');
    if (former !== null) {
      const { id, version } = await this.apply(actor, former, { isActive, ...person }, null);
      return this.named(await this.setRemoved(actor, id, version, null));
    }
    const { department, ...fields } = person;
    const departmentId = department == null ? null : await this.departmentIdOf(department, null);
    const input = Object.assign(new CreateEmployeeInput(), { number: '', name: '' }, fields, { departmentId });
    checkFields(input);
    const created = await this.employees.create(actor, input);
    return this.named(isActive ? created : await this.employees.deactivate(actor, created.id));
  }

  /**
   * Changes a person. Turning off comes first and stands even if the rest cannot be; turning on comes last.
   *
   * @throws DomainError NOT_FOUND; BAD_USER_INPUT naming the field; CONFLICT with `fields` if the number or the external id is taken,
   * without if the person is in none of `versions`, or changed meanwhile
   */
  async change(actor: Actor, id: string, asked: PersonChange, versions: WantedVersions): Promise<DirectoryPerson> {
    authorise(actor, 'employees:write');
    return this.named(await this.apply(actor, await this.wanted(actor, id, versions), asked, versions));
  }

  /** The person is deactivated, and the directory sees the record no more. Nothing of it is deleted. @throws as `change` */
  async remove(actor: Actor, id: string, versions: WantedVersions): Promise<void> {
    authorise(actor, 'employees:write');
    const before = await this.wanted(actor, id, versions);
    const { version } = await this.employees.deactivate(actor, id, versions === null ? undefined : before.version);
    await this.setRemoved(actor, id, version, this.context.now());
  }

  private async apply(
    actor: Actor,
    before: Employee,
    asked: PersonChange,
    versions: WantedVersions,
  ): Promise<Employee> {
    const { isActive, ...rest } = asked;
    const { id } = before;
    let person = before;
    if (isActive === false)
      person = await this.employees.deactivate(actor, id, versions === null ? undefined : person.version);
    const change = await this.fieldsOf(rest, person);
    if (Object.keys(change).length > 0) {
      const input = Object.assign(new UpdateEmployeeInput(), { id, version: person.version }, change);
      checkFields(input);
      person = await this.employees.update(actor, input);
    }
    if (isActive === true && person.status !== 'ACTIVE')
      person = await this.rehires.reactivate(actor, { id, version: person.version });
    return person;
  }

  private async wanted(actor: Actor, id: string, versions: WantedVersions): Promise<Employee> {
    const person = await this.visible(actor, id);
    if (versions !== null && !versions.includes(person.version))
      throw new DomainError('CONFLICT', { internal: 'employee changed in the meantime' });
    return person;
  }

  private async visible(actor: Actor, id: string): Promise<Employee> {
    const person = await this.context.db.employees.getById(id);
    const isSeen = person.status !== 'ERASED' && person.removedFromDirectoryAt == null;
    if (!isSeen || !isVisible(limitOf(actor), person)) throw new DomainError('NOT_FOUND');
    return person;
  }

  private async removedOne(actor: Actor, number: string): Promise<Employee | null> {
    const found = await this.context.db.employees.findByNumber(number);
    const isRemoved = found?.removedFromDirectoryAt != null && found.status !== 'ERASED';
    return isRemoved && isVisible(limitOf(actor), found) ? found : null;
  }

  private async setRemoved(
    actor: Actor,
    id: string,
    version: number,
    removedFromDirectoryAt: Date | null,
  ): Promise<Employee> {
    const { db, now } = this.context;
    const details = { fields: ['removedFromDirectoryAt'] };
    const witnessed = { action: 'EMPLOYEE_UPDATED', target: () => employeeTarget(id), details };
    return writeWitnessed(this.context, actor, witnessed, (session) =>
      db.employees.update(id, { removedFromDirectoryAt }, { version, now: now() }, { session }),
    );
  }

  /** What is given and stored otherwise. */
  private async fieldsOf({ department, ...plain }: Omit<PersonChange, 'isActive'>, stored: Employee) {
    const given = Object.entries(plain) as [keyof Employee, string | null][];
    const isOther = ([field, value]: [keyof Employee, string | null]) => (value?.trim() || null) !== stored[field];
    const change: Partial<UpdateEmployeeInput> = Object.fromEntries(given.filter(isOther));
    if (department === undefined) return change;
    const departmentId = department === null ? null : await this.departmentIdOf(department, stored.departmentId);
    return departmentId === stored.departmentId ? change : { ...change, departmentId };
  }

  private async departmentIdOf(name: string, former: string | null): Promise<string | null> {
    const key = foldText(name);
    if (key === '') return null;
    const departments = await this.context.db.departments.listAll();
    const found = departments.find((one) => foldText(one.name) === key && (!one.isArchived || one.id === former));
    if (found === undefined) throw badInput('departmentId', 'There is no department of this name. Create it first.');
    return found.id;
  }

  private async departmentNames(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.context.db.departments.listAll()).map(({ id, name }) => [id, name]));
  }

  private async named(employee: Employee): Promise<DirectoryPerson> {
    return { employee, department: nameIn(await this.departmentNames(), employee) };
  }
}

const nameIn = (names: ReadonlyMap<string, string>, { departmentId }: Employee): string | null =>
  departmentId === null ? null : (names.get(departmentId) ?? null);
