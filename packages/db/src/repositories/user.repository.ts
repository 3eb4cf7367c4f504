import { DomainError } from '@rollcall/contracts';
import type { User, UserAccess } from '../entities/user.js';
import type { UserDocument } from '../models/user.model.js';
import type { Collection, WithSession } from './collection.js';
import { oneOf, theText } from './filters.js';
import { findPage, type Page, type PageOrder, type PageRequest } from './paging.js';

const fields = [
  ...(['name', 'email', 'roles', 'siteIds', 'departmentIds', 'employeeId'] as const),
  ...(['deactivatedAt', 'twoFactorEnabled', 'createdAt', 'updatedAt'] as const),
];

function toUser(document: UserDocument): User {
  const { _id, name, email, roles, siteIds, departmentIds, employeeId, deactivatedAt, twoFactorEnabled } = document;
  const { createdAt, updatedAt } = document;
  return {
    ...{ id: _id, name, email, roles: roles ?? [], siteIds: siteIds ?? [] },
    ...{ departmentIds: departmentIds ?? [], employeeId: employeeId ?? null, deactivatedAt: deactivatedAt ?? null },
    ...{ hasSecondFactor: twoFactorEnabled === true, createdAt, updatedAt },
  };
}

const BY_EMAIL: PageOrder = { name: 'EMAIL_ASC', field: 'email', direction: 1, kind: 'string' };

/** Who can sign in. Accounts are made, and passwords kept, by the sign-in library. */
export class UserRepository {
  constructor(private readonly collection: Collection<UserDocument>) {}

  async findByEmail(email: string, options: WithSession = {}): Promise<User | null> {
    const found = await this.collection.findOne({ email: email.toLowerCase() }, { ...options, fields });
    return found && toUser(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<User> {
    return toUser(await this.collection.getOne({ _id: id }, { ...options, fields }));
  }

  /** In no order; unknown ids are left out. */
  async listByIds(ids: readonly string[], options: WithSession = {}): Promise<readonly User[]> {
    return (await this.collection.find({ _id: oneOf(ids) }, { ...options, fields })).map(toUser);
  }

  /** Who can sign in as this employee, in no order. */
  async listByEmployee(employeeId: string, options: WithSession = {}): Promise<readonly User[]> {
    return (await this.collection.find({ employeeId: theText(employeeId) }, { ...options, fields })).map(toUser);
  }

  /** All who may sign in, in no order. */
  async listActive(options: WithSession = {}): Promise<readonly User[]> {
    return (await this.collection.find({ deactivatedAt: null }, { ...options, fields })).map(toUser);
  }

  /** By e-mail. */
  async list(page: PageRequest, options: WithSession = {}): Promise<Page<User>> {
    const { collection } = this;
    return findPage({ collection, filter: {}, order: BY_EMAIL, page, fields, toEntity: toUser, ...options });
  }

  /** @throws DomainError NOT_FOUND */
  async setAccess(id: string, access: UserAccess, now: Date, options: WithSession = {}): Promise<User> {
    const { roles, siteIds, departmentIds, employeeId } = access;
    const lists = { roles: [...roles], siteIds: [...siteIds], departmentIds: [...departmentIds] };
    return this.set(id, { ...lists, employeeId, updatedAt: now }, options);
  }

  /** Null: may sign in again. @throws DomainError NOT_FOUND */
  async setDeactivated(id: string, deactivatedAt: Date | null, now: Date, options: WithSession = {}): Promise<User> {
    return this.set(id, { deactivatedAt, updatedAt: now }, options);
  }

  /** The password alone opens the account again. @throws DomainError NOT_FOUND */
  async clearSecondFactor(id: string, now: Date, options: WithSession = {}): Promise<User> {
    return this.set(id, { twoFactorEnabled: false, updatedAt: now }, options);
  }

  /**
   * Ends the transaction if no owner is left who can sign in. Each owner is written, so of two transactions that take away
   * the last two owners at once one has to run again and sees what the other did.
   *
   * @throws DomainError LAST_OWNER
   */
  async requireAnOwner(options: Required<WithSession>): Promise<void> {
    const owners = await this.collection.updateMany(
      { roles: 'OWNER', deactivatedAt: null },
      { $inc: { ownerChecks: 1 } },
      options,
    );
    if (owners === 0) throw new DomainError('LAST_OWNER');
  }

  /** Nobody signs in with it again, and it says nothing of whose it was. @throws DomainError NOT_FOUND */
  async anonymise(
    id: string,
    named: Pick<User, 'name' | 'email'>,
    now: Date,
    options: WithSession = {},
  ): Promise<void> {
    await this.set(id, { ...named, deactivatedAt: now, twoFactorEnabled: false, updatedAt: now }, options);
  }

  private async set(id: string, change: Partial<UserDocument>, options: WithSession): Promise<User> {
    const changed = await this.collection.findOneAndUpdate({ _id: id }, { $set: change }, options);
    if (changed === null) throw new DomainError('NOT_FOUND');
    return toUser(changed);
  }
}
