import { DomainError } from '@rollcall/contracts';
import type { Collection, Filter, Update, WithSession } from './collection.js';
import { toDocument } from './entity-mapper.js';
import { JoinedRead } from './joined-read.js';
import { foldText } from './text-keys.js';

/** What people edit: every change counts up a version, so that two editors at once notice each other. */
export interface VersionedEntity {
  readonly id: string;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The fields that a caller may change. */
export type ChangeOf<E extends VersionedEntity> = Partial<Omit<E, keyof VersionedEntity>>;

export interface VersionedOptions<E> {
  readonly toEntity: (document: object) => E;
  /** True: the document has a `nameKey`, the folded name that must be unique or sorts. */
  readonly hasNameKey?: boolean;
  readonly sort: Readonly<Record<string, 1 | -1>>;
}

/** The road that the repositories of shifts, holidays, leaves and their like share. */
export class VersionedRepository<E extends VersionedEntity, D extends { _id: string }> {
  private readonly all = new JoinedRead(() => this.listWhere({}));

  constructor(
    protected readonly collection: Collection<D>,
    protected readonly options: VersionedOptions<E>,
  ) {}

  async findById(id: string, options: WithSession = {}): Promise<E | null> {
    const found = await this.collection.findOne({ _id: id }, options);
    return found && this.options.toEntity(found);
  }

  /** @throws DomainError NOT_FOUND */
  async getById(id: string, options: WithSession = {}): Promise<E> {
    return this.options.toEntity(await this.collection.getOne({ _id: id }, options));
  }

  /** All of them in their usual order. Only for what there are few of. */
  async listAll(options: WithSession = {}): Promise<readonly E[]> {
    return options.session === undefined ? this.all.read() : this.listWhere({}, options);
  }

  /** @throws DomainError CONFLICT if there is such a one already */
  async insert(entity: Omit<E, 'version'>, options: WithSession = {}): Promise<E> {
    const document = { ...toDocument(entity as E), version: 1, ...this.nameKeyOf(entity) };
    await this.collection.insert(document as unknown as D, options);
    return this.options.toEntity(document);
  }

  /** @throws DomainError CONFLICT if `version` is not the stored one, or what must be unique is taken; NOT_FOUND */
  async update(
    id: string,
    change: ChangeOf<E>,
    at: { readonly version: number; readonly now: Date },
    options: WithSession = {},
  ): Promise<E> {
    const set = { ...change, ...this.nameKeyOf(change), updatedAt: at.now };
    const update = { $set: set, $inc: { version: 1 } } as unknown as Update<D>;
    const changed = await this.collection.findOneAndUpdate({ _id: id, version: at.version }, update, options);
    if (changed !== null) return this.options.toEntity(changed);
    await this.getById(id, options);
    throw new DomainError('CONFLICT', { internal: 'changed in the meantime' });
  }

  /** @throws DomainError CONFLICT if `version` is not the stored one; NOT_FOUND */
  async remove(id: string, version: number, options: WithSession = {}): Promise<E> {
    const found = await this.getById(id, options);
    if (await this.collection.deleteOne({ _id: id, version }, options)) return found;
    throw new DomainError('CONFLICT', { internal: 'changed in the meantime' });
  }

  protected async listWhere(filter: Filter, options: WithSession = {}): Promise<readonly E[]> {
    return (await this.collection.find(filter, { ...options, sort: this.options.sort })).map(this.options.toEntity);
  }

  private nameKeyOf(entity: object): { nameKey?: string } {
    const { name } = entity as { name?: unknown };
    return this.options.hasNameKey && typeof name === 'string' ? { nameKey: foldText(name) } : {};
  }
}
