import { DomainError } from '@rollcall/contracts';
import type { ChangeOf, DbSession, Department } from '@rollcall/db';
import { authorise } from '../../access/access-rule.js';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import { type ServiceContext, writeWitnessed } from '../../services/service-context.js';
import type { CreateDepartmentInput, UpdateDepartmentInput } from './department.inputs.js';

const targetOf = ({ id }: Department) => ({ kind: 'DEPARTMENT', id });
const NOTHING = { parentId: null, managerEmployeeId: null, siteId: null, costCentre: null };

/** The parts of the organisation. Everybody may read them, HR changes them. */
export class DepartmentService {
  constructor(private readonly context: ServiceContext) {}

  /** By name, archived ones too. */
  async list(_actor: Actor): Promise<readonly Department[]> {
    return this.context.db.departments.listAll();
  }

  /** @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if the name is taken */
  async create(actor: Actor, input: CreateDepartmentInput): Promise<Department> {
    authorise(actor, 'employees:write');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createDepartment', input, recall: (id: string) => db.departments.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const at = now();
      const base = { id: newId(), ...NOTHING, isArchived: false, createdAt: at, updatedAt: at };
      return writeWitnessed(
        this.context,
        actor,
        { action: 'DEPARTMENT_CREATED', target: targetOf, keep },
        async (session) => {
          const given = await this.checked(input, null, session);
          return db.departments.insert({ ...base, ...given, name: requiredText('name', input.name) }, { session });
        },
      );
    });
  }

  /**
   * @throws DomainError BAD_USER_INPUT naming the field; CONFLICT if it changed since `input.version`; IN_USE if it is to be
   * archived while people or other departments belong to it; NOT_FOUND
   */
  async update(actor: Actor, { id, version, isArchived, ...input }: UpdateDepartmentInput): Promise<Department> {
    authorise(actor, 'employees:write');
    const { db, now } = this.context;
    const details = { fields: Object.keys(input) };
    const witnessed = { action: 'DEPARTMENT_UPDATED', target: targetOf, details };
    return writeWitnessed(this.context, actor, witnessed, async (session) => {
      const change = await this.checked(input, id, session);
      if (isArchived === true) await this.refuseIfUsed(id, session);
      const archiving = isArchived == null ? {} : { isArchived };
      return db.departments.update(id, { ...change, ...archiving }, { version, now: now() }, { session });
    });
  }

  /** What is given of the input, checked against what is there. */
  private async checked(
    input: Partial<CreateDepartmentInput> | Omit<UpdateDepartmentInput, 'id' | 'version' | 'isArchived'>,
    id: string | null,
    session: DbSession,
  ): Promise<ChangeOf<Department>> {
    const { db } = this.context;
    const { name, parentId, managerEmployeeId, siteId, costCentre } = input;
    if (parentId != null) await this.checkParent(parentId, id, session);
    if (managerEmployeeId != null && (await db.employees.findById(managerEmployeeId, { session })) === null)
      throw badInput('managerEmployeeId', 'There is no such employee.');
    if (siteId != null && (await db.sites.findById(siteId, { session })) === null)
      throw badInput('siteId', 'There is no such site.');
    return {
      ...(name == null ? {} : { name: requiredText('name', name) }),
      ...(parentId === undefined ? {} : { parentId }),
      ...(managerEmployeeId === undefined ? {} : { managerEmployeeId }),
      ...(siteId === undefined ? {} : { siteId }),
      ...(costCentre === undefined ? {} : { costCentre: costCentre?.trim() || null }),
    };
  }

  /** Departments form a tree. Counts the version of the new parent up, so that two moves at once cannot close a ring. */
  private async checkParent(parentId: string, id: string | null, session: DbSession): Promise<void> {
    const { db, now } = this.context;
    const byId = new Map((await db.departments.listAll({ session })).map((one) => [one.id, one]));
    const parent = byId.get(parentId);
    if (parent === undefined || parent.isArchived) throw badInput('parentId', 'There is no such department.');
    for (let above: string | null = parentId; above !== null; above = byId.get(above)?.parentId ?? null)
      if (above === id) throw badInput('parentId', 'A department cannot belong to itself or to one below it.');
    if (id === null) return;
    for (let above: string | null = parentId; above !== null; above = byId.get(above)?.parentId ?? null)
      await db.departments.update(above, {}, { version: byId.get(above)?.version ?? 0, now: now() }, { session });
  }

  private async refuseIfUsed(id: string, session: DbSession): Promise<void> {
    const { db } = this.context;
    const people = await db.employees.count({ departmentId: id, status: 'ACTIVE' }, { session });
    const children = (await db.departments.listAll({ session })).filter(
      (one) => one.parentId === id && !one.isArchived,
    );
    if (people > 0 || children.length > 0) {
      const usedBy = people > 0 ? 'employees' : 'departments';
      throw new DomainError('IN_USE', { details: { field: 'id', usedBy } });
    }
  }
}
