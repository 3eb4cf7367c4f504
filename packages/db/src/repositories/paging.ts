import { DomainError, LIMITS } from '@rollcall/contracts';
import type { Collection, Filter, WithSession } from './collection.js';
import { greaterThan, lessThan } from './filters.js';

export interface PageRequest {
  /** 1 to LIMITS.maxPageSize. */
  readonly first: number;
  readonly after?: string | null | undefined;
}

export interface PageEdge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Page<T> {
  readonly edges: readonly PageEdge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

/** The order of a list: one field, then the id in the same direction. */
export interface PageOrder {
  /** Goes into the cursor: a cursor of one order is refused in another. */
  readonly name: string;
  readonly field: string;
  readonly direction: 1 | -1;
  readonly kind: 'string' | 'date' | 'number';
}

export interface PageQuery<D, T> extends WithSession {
  readonly collection: Collection<D & { _id: string }>;
  readonly filter: Filter;
  readonly order: PageOrder;
  readonly page: PageRequest;
  readonly fields: readonly string[];
  readonly toEntity: (document: D & { _id: string }) => T;
}

const badCursor = (): DomainError => new DomainError('BAD_USER_INPUT', { details: { fields: ['after'] } });

function encodeCursor(order: PageOrder, document: object): string {
  const { _id, [order.field]: value } = document as { _id: string; [field: string]: unknown };
  const plain = value instanceof Date ? value.toISOString() : value;
  return Buffer.from(JSON.stringify([order.name, plain, _id])).toString('base64url');
}

function decodeCursor(order: PageOrder, cursor: string): { value: string | Date | number; id: string } {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  const [name, value, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  if (name !== order.name || typeof id !== 'string') throw badCursor();
  if (order.kind === 'number' && typeof value === 'number' && Number.isFinite(value)) return { value, id };
  if (typeof value !== 'string' || order.kind === 'number') throw badCursor();
  if (order.kind === 'string') return { value, id };
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) throw badCursor();
  return { value: date, id };
}

function positionFilter(order: PageOrder, after: string | null | undefined): Filter[] {
  if (after == null) return [];
  const { value, id } = decodeCursor(order, after);
  const beyond = order.direction === 1 ? greaterThan : lessThan;
  return [{ $or: [{ [order.field]: beyond(value) }, { [order.field]: value, _id: beyond(id) }] }];
}

/**
 * One page by (sort field, id): stable while rows are added, no offset.
 *
 * @throws DomainError BAD_USER_INPUT for a page size out of range or a foreign cursor
 */
export async function findPage<D, T>(query: PageQuery<D, T>): Promise<Page<T>> {
  const { collection, filter, order, page, session } = query;
  if (!Number.isInteger(page.first) || page.first < 1 || page.first > LIMITS.maxPageSize) {
    throw new DomainError('BAD_USER_INPUT', { details: { fields: ['first'], max: LIMITS.maxPageSize } });
  }
  const position = positionFilter(order, page.after);
  const options = {
    session,
    sort: { [order.field]: order.direction, _id: order.direction },
    limit: page.first + 1,
    fields: [...new Set([...query.fields, order.field])],
  };
  // Inside a transaction a session serves one operation at a time.
  const find = () => collection.find(position.length === 0 ? filter : { $and: [filter, ...position] }, options);
  const count = () => collection.count(filter, { session });
  const [documents, totalCount] =
    session === undefined ? await Promise.all([find(), count()]) : [await find(), await count()];
  return toPage(query, documents, totalCount);
}

function toPage<D, T>(query: PageQuery<D, T>, documents: (D & { _id: string })[], totalCount: number): Page<T> {
  const { order, page, toEntity } = query;
  const edges = documents
    .slice(0, page.first)
    .map((document) => ({ cursor: encodeCursor(order, document), node: toEntity(document) }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: documents.length > page.first,
      hasPreviousPage: page.after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
