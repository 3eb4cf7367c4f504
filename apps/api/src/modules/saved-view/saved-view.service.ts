import { DomainError, SAVED_VIEW_FILTERS, type SavedViewList } from '@rollcall/contracts';
import type { DbSession, SavedView } from '@rollcall/db';
import type { Actor } from '../../access/actor.js';
import { badInput, requiredText } from '../../services/bad-input.js';
import { onceByKey } from '../../services/once-by-key.js';
import type { ServiceContext } from '../../services/service-context.js';
import type { CreateSavedViewInput, UpdateSavedViewInput } from './saved-view.inputs.js';

/** Of one person and list: they stand in one menu. */
const MAX_VIEWS = 50;

/** Filters that people keep, each for themselves. Not in the audit: they change nothing for anybody else. */
export class SavedViewService {
  constructor(private readonly context: ServiceContext) {}

  /** One's own, by name; none for keys. */
  async list(actor: Actor, list: SavedViewList): Promise<readonly SavedView[]> {
    return actor.kind === 'USER' ? this.context.db.savedViews.listOf(actor.id, list) : [];
  }

  /** @throws DomainError BAD_USER_INPUT naming the field, and for keys; CONFLICT if the name is taken */
  async create(actor: Actor, input: CreateSavedViewInput): Promise<SavedView> {
    if (actor.kind !== 'USER') throw badInput('input', 'A view belongs to a person.');
    const { db, now, newId } = this.context;
    const once = { mutation: 'createSavedView', input, recall: (id: string) => db.savedViews.getById(id) };
    return onceByKey(this.context, actor, once, async (keep) => {
      const { list, name, filters } = input;
      const at = now();
      const view = {
        ...{ id: newId(), userId: actor.id, list, name: requiredText('name', name) },
        ...{ filters: checkedFilters(list, filters), createdAt: at, updatedAt: at },
      };
      return db.withTransaction(async (session) => {
        if ((await db.savedViews.listOf(actor.id, list, { session })).length >= MAX_VIEWS)
          throw badInput('input', `You have ${MAX_VIEWS} views already; remove one first.`);
        await keep(view.id, session);
        return db.savedViews.insert(view, { session });
      });
    });
  }

  /** @throws DomainError as `create`; CONFLICT also if it changed since `version`; NOT_FOUND, also for somebody else's */
  async update(actor: Actor, { id, version, name, filters }: UpdateSavedViewInput): Promise<SavedView> {
    const { db, now } = this.context;
    return db.withTransaction(async (session) => {
      const { list } = await this.getOwn(actor, id, session);
      const change = {
        ...(name == null ? {} : { name: requiredText('name', name) }),
        ...(filters == null ? {} : { filters: checkedFilters(list, filters) }),
      };
      return db.savedViews.update(id, change, { version, now: now() }, { session });
    });
  }

  /** @throws DomainError CONFLICT if it changed since `version`; NOT_FOUND, also for somebody else's */
  async remove(actor: Actor, id: string, version: number): Promise<SavedView> {
    const { db } = this.context;
    return db.withTransaction(async (session) => {
      await this.getOwn(actor, id, session);
      return db.savedViews.remove(id, version, { session });
    });
  }

  private async getOwn(actor: Actor, id: string, session: DbSession): Promise<SavedView> {
    const found = await this.context.db.savedViews.getById(id, { session });
    if (actor.kind !== 'USER' || found.userId !== actor.id) throw new DomainError('NOT_FOUND');
    return found;
  }
}

/** Names that the list knows, each once. @throws DomainError BAD_USER_INPUT: what could name a person is not kept */
function checkedFilters(list: SavedViewList, filters: string): string {
  const given = new URLSearchParams(filters);
  const names = [...given.keys()];
  const unknown = names.find((name) => !SAVED_VIEW_FILTERS[list].includes(name));
  if (unknown !== undefined) throw badInput('filters', `A view of this list does not keep ${unknown}.`);
  if (new Set(names).size < names.length) throw badInput('filters', 'Each filter is given once.');
  given.sort();
  return given.toString();
}
