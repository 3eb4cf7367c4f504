import { DomainError } from '@rollcall/contracts';
import type { mongoose } from '@typegoose/typegoose';
import { readLimit } from '../connection/deadline.js';
import type { DbSession } from '../connection/session.js';
import type { StoredModel } from '../models/index.js';
import { translateError } from './database-errors.js';
import { JoinedRead } from './joined-read.js';
import { onlyText } from './raw-text.js';

export type Filter = Record<string, unknown>;

export interface WithSession {
  /** The transaction to take part in. */
  readonly session?: DbSession | undefined;
}

export interface FindOptions extends WithSession {
  readonly sort?: Readonly<Record<string, 1 | -1>>;
  /** So many of the first are left out; default 0. */
  readonly skip?: number;
  readonly limit?: number;
  readonly fields?: readonly string[];
}

/** Documents in one answer of the database; the server's own limit of 16 MiB comes first for large ones. */
const BATCH_SIZE = 2_000;

interface Stored {
  _id: string;
}

/** The update operators in use. */
export interface Update<D> {
  readonly $set?: Partial<D>;
  readonly $max?: Partial<D>;
  readonly $unset?: Readonly<Record<string, number>>;
  readonly $inc?: { readonly [F in keyof D]?: number };
  readonly $addToSet?: Readonly<Record<string, unknown>>;
  readonly $pull?: Readonly<Record<string, unknown>>;
}

/**
 * A thin road to one collection: plain objects in and out, errors of the registry, never a mongoose document.
 * Filters are cast by the schema and sanitised: a value can't smuggle in an operator (operators come from filters.ts).
 */
export class Collection<D extends Stored> {
  // mongoose's generics can't follow a document type that is itself a parameter; `D` is checked at the methods here.
  private readonly model: mongoose.Model<Stored>;
  private readonly countOfAll = new JoinedRead(() => this.countWith({}, { hint: '_id_', ...readLimit() }));

  constructor({ model }: StoredModel<D>) {
    this.model = model;
  }

  async insert(document: D, { session }: WithSession = {}): Promise<void> {
    await guarded(this.model.create([document], { session }));
  }

  /** All of them in one round trip, or an error at the first that cannot be. */
  async insertMany(documents: readonly D[], { session }: WithSession = {}): Promise<void> {
    if (documents.length > 0) await guarded(this.model.insertMany([...documents], { session, ordered: true }));
  }

  /** False if there is a document of that id; the existing one stays as it is. */
  async insertUnlessThere(document: D): Promise<boolean> {
    const { _id, ...rest } = document;
    const options = { upsert: true, runValidators: true };
    const update = { $setOnInsert: rest };
    const result = await guarded(this.model.updateOne({ _id }, update, options).exec());
    return result.upsertedCount === 1;
  }

  /** Many updates in one round trip, in order. @throws Error if one of them matches nothing */
  async updateEach(
    updates: readonly { readonly filter: Filter; readonly update: Update<D> }[],
    { session }: WithSession = {},
  ): Promise<void> {
    const operations = updates.map((updateOne) => ({ updateOne })) as mongoose.AnyBulkWriteOperation<Stored>[];
    const result = await guarded(this.model.bulkWrite(operations, { session, ordered: true }));
    if (result.matchedCount !== updates.length) throw new Error('A document to update is not there any more.');
  }

  async findOne(filter: Filter, { session, sort, fields }: FindOptions = {}): Promise<D | null> {
    const query = this.model.findOne(filter, projectionOf(fields), { session, ...readLimit() });
    return (await guarded(
      query
        .sort({ ...sort })
        .lean()
        .exec(),
    )) as unknown as D | null;
  }

  /** @throws DomainError NOT_FOUND */
  async getOne(filter: Filter, options: FindOptions = {}): Promise<D> {
    const found = await this.findOne(filter, options);
    if (found === null) throw new DomainError('NOT_FOUND', { internal: `${this.model.collection.name}` });
    return found;
  }

  async find(filter: Filter, { session, sort, skip, limit, fields }: FindOptions = {}): Promise<D[]> {
    const query = this.model.find(filter, projectionOf(fields), { session, ...readLimit() });
    query.batchSize(BATCH_SIZE);
    if (skip !== undefined) query.skip(skip);
    if (limit !== undefined) query.limit(limit);
    return (await guarded(
      query
        .sort({ ...sort })
        .lean()
        .exec(),
    )) as unknown as D[];
  }

  /** All of them are counted along the ids: without a filter the server would read every document. */
  async count(filter: Filter, { session }: WithSession = {}): Promise<number> {
    const isOfAll = Object.keys(filter).length === 0;
    if (isOfAll && session === undefined) return this.countOfAll.read();
    return this.countWith(filter, { session, ...(isOfAll ? { hint: '_id_' } : {}), ...readLimit() });
  }

  private async countWith(filter: Filter, options: object): Promise<number> {
    return guarded(this.model.countDocuments(filter, options).exec());
  }

  /** What a pipeline gives. No schema casts its values: put only what `plainText` or the program itself made into it. */
  async aggregate<R>(pipeline: mongoose.PipelineStage[]): Promise<R[]> {
    return guarded(this.model.aggregate<R>(pipeline, readLimit()).exec());
  }

  /** True if one document matched. */
  async updateOne(filter: Filter, update: Update<D>, { session }: WithSession = {}): Promise<boolean> {
    const options = { session, runValidators: true };
    const result = await guarded(this.model.updateOne(filter, update, options).exec());
    return result.matchedCount === 1;
  }

  async findOneAndUpdate(filter: Filter, update: Update<D>, { session }: WithSession = {}): Promise<D | null> {
    const options = { session, runValidators: true, returnDocument: 'after' as const };
    const query = this.model.findOneAndUpdate(filter, update, options);
    return (await guarded(query.lean().exec())) as unknown as D | null;
  }

  /** Writes the whole document under its id, new or not. */
  async replace(document: D, { session }: WithSession = {}): Promise<void> {
    const options = { session, upsert: true, runValidators: true };
    await guarded(this.model.replaceOne({ _id: document._id }, document, options).exec());
  }

  /**
   * Writes whole documents under their ids in one round trip, new or not. They go to the driver as they are, without the
   * schema's checks: only for documents that this program computed.
   */
  async replaceComputed(documents: readonly D[], { session }: WithSession = {}): Promise<void> {
    if (documents.length === 0) return;
    const operations = documents.map((replacement) => ({
      replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
    }));
    const options = { session: session ?? undefined, ordered: false };
    await guarded(this.model.collection.bulkWrite(operations as never, options));
  }

  /** As `replaceComputed`, of documents whose ids are new; half the work for the database. */
  async insertComputed(documents: readonly D[], { session }: WithSession = {}): Promise<void> {
    if (documents.length === 0) return;
    const options = { session: session ?? undefined, ordered: false };
    await guarded(this.model.collection.insertMany([...documents] as never, options));
  }

  /** How many matched. */
  async updateMany(filter: Filter, update: Update<D>, { session }: WithSession = {}): Promise<number> {
    if (Object.keys(filter).length === 0) throw new Error('A change of many needs a filter.');
    const options = { session, runValidators: true };
    return (await guarded(this.model.updateMany(filter, update, options).exec())).matchedCount;
  }

  /** One after the other, in batches of the driver: memory stays the same however many there are. */
  async *each(filter: Filter, { session, sort, fields }: FindOptions = {}): AsyncGenerator<D> {
    const query = this.model.find(filter, projectionOf(fields), { session, ...readLimit() }).sort({ ...sort });
    yield* translated(query.lean().cursor({ batchSize: BATCH_SIZE }) as unknown as AsyncIterable<D>);
  }

  /**
   * One text field of each document, one after the other. The documents stay as they came over the wire, because taking many
   * thousands apart would cost more than everything else. Documents without the field are passed over.
   */
  async *eachText(
    filter: Filter,
    field: keyof D & string,
    { session, sort }: FindOptions = {},
  ): AsyncGenerator<string> {
    const query = this.rawTexts(filter, field, { session, sort });
    for await (const document of translated(query.cursor({ batchSize: BATCH_SIZE }))) {
      const text = onlyText(document as never);
      if (text !== undefined) yield text;
    }
  }

  /** As `eachText`, all at once: faster, for as many as fit into memory. */
  async texts(filter: Filter, field: keyof D & string, options: FindOptions = {}): Promise<readonly string[]> {
    const documents = await guarded(this.rawTexts(filter, field, options).batchSize(BATCH_SIZE).exec());
    return documents.flatMap((document) => onlyText(document as never) ?? []);
  }

  private rawTexts(filter: Filter, field: string, { session, sort }: FindOptions) {
    const options = { session, raw: true, ...readLimit() };
    return this.model
      .find(filter, { _id: 0, [field]: 1 }, options)
      .sort({ ...sort })
      .lean();
  }

  async deleteOne(filter: Filter, { session }: WithSession = {}): Promise<boolean> {
    if (Object.keys(filter).length === 0) throw new Error('A deletion needs a filter.');
    const result = await guarded(this.model.deleteOne(filter, { session }).exec());
    return result.deletedCount === 1;
  }

  async deleteMany(filter: Filter, { session }: WithSession = {}): Promise<number> {
    if (Object.keys(filter).length === 0) throw new Error('A deletion needs a filter.');
    const result = await guarded(this.model.deleteMany(filter, { session }).exec());
    return result.deletedCount;
  }

  /** As `deleteMany`, also where a collection is append-only. For erasing people, and for nothing else. */
  async eraseMany(filter: Filter, { session }: Required<WithSession>): Promise<number> {
    return (await guarded(this.model.collection.deleteMany(this.castFilter(filter), { session }))).deletedCount;
  }

  /** Writes texts over others, also where a collection is append-only. For erasing people, and for nothing else. */
  async blankMany(
    filter: Filter,
    texts: Readonly<Record<string, string>>,
    { session }: Required<WithSession>,
  ): Promise<number> {
    const update = this.model.collection.updateMany(this.castFilter(filter), { $set: texts } as never, { session });
    return (await guarded(update)).matchedCount;
  }

  /** The filter as the schema reads it, for what goes past the model. */
  private castFilter(filter: Filter) {
    if (Object.keys(filter).length === 0) throw new Error('Erasing needs a filter.');
    return this.model.find(filter).cast(this.model) as never;
  }
}

function projectionOf(fields: readonly string[] | undefined): Record<string, 1> | null {
  return fields === undefined ? null : Object.fromEntries(fields.map((field) => [field, 1 as const]));
}

/** As `guarded`, for what comes one after the other. */
async function* translated<T>(documents: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* documents;
  } catch (error) {
    throw translateError(error);
  }
}

/** Awaits a database operation and translates its error. */
export async function guarded<T>(operation: Promise<T>): Promise<T> {
  try {
    return await operation;
  } catch (error) {
    throw translateError(error);
  }
}
