import { DomainError, LIMITS } from '@rollcall/contracts';
import type { DayRecord, DayRecordFilter, Page, PersonKey, PersonOrder, Repositories } from '@rollcall/db';
import { type DateRange, daysIn } from '../../local-dates/date-range.js';

/** What is read at once: days of some people, more people the more of them turn out to have none that fit. */
const DAYS_AT_ONCE = 6_000;

/** Where a page ended: who, and which day of theirs. */
interface Position {
  readonly person: PersonKey;
  readonly workDate: string;
  readonly shiftId: string;
}

interface DaysByPersonRequest {
  readonly filter: DayRecordFilter & DateRange;
  readonly order: PersonOrder;
  readonly first: number;
  readonly after?: string | null | undefined;
}

type Db = Pick<Repositories, 'employees' | 'dayRecords'>;

/**
 * A page of days in the order of their people, then by date and shift. Days do not carry the name of their person, which can
 * change; so the people are gone through in order, and the days of some of them at a time are read.
 *
 * @throws DomainError BAD_USER_INPUT for a page size out of range or a foreign cursor
 */
export async function daysByPerson(db: Db, request: DaysByPersonRequest): Promise<Page<DayRecord>> {
  const { filter, first, after } = request;
  if (first < 1 || first > LIMITS.maxPageSize)
    throw new DomainError('BAD_USER_INPUT', { details: { fields: ['first'], max: LIMITS.maxPageSize } });
  const totalCount = await db.dayRecords.count(filter);
  const found = totalCount === 0 ? [] : await collect(db, request, first + 1);
  const edges = found.slice(0, first).map(({ node, position }) => ({ node, cursor: encode(request.order, position) }));
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage: found.length > first,
      hasPreviousPage: after != null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

async function collect(db: Db, { filter, order, after }: DaysByPersonRequest, count: number) {
  const most = Math.max(1, Math.floor(DAYS_AT_ONCE / daysIn(filter)));
  const start = after == null ? null : decode(order, after);
  const found: { readonly node: DayRecord; readonly position: Position }[] = [];
  let [from, size]: [PersonKey | null, number] = [start?.person ?? null, Math.min(most, count)];
  // The person at whom the last page ended may have more days. A cursor is only text: it opens nobody else's.
  const isAllowed = start !== null && (filter.employeeIds?.includes(start.person.id) ?? true);
  let people = isAllowed ? [start.person] : [];
  while (found.length < count) {
    const next = await db.employees.listKeys(order, { after: from, limit: size, ids: filter.employeeIds });
    people = [...people, ...next];
    const days = await daysOf(db, filter, people);
    for (const person of people)
      for (const node of days.get(person.id) ?? []) {
        const { workDate, shiftId } = node;
        const position = { person, workDate, shiftId: shiftId ?? '' };
        if (start === null || isBeyond(position, start)) found.push({ node, position });
      }
    if (next.length < size) break;
    [from, size, people] = [next.at(-1) ?? from, Math.min(most, size * 2), []];
  }
  return found.slice(0, count);
}

async function daysOf({ dayRecords }: Db, filter: DayRecordFilter, people: readonly PersonKey[]) {
  const employeeIds = people.map(({ id }) => id);
  const days = new Map<string, DayRecord[]>();
  for await (const day of dayRecords.each({ ...filter, employeeIds })) {
    const own = days.get(day.employeeId);
    if (own === undefined) days.set(day.employeeId, [day]);
    else own.push(day);
  }
  return days;
}

/** Of the person at whom the page ended only what comes after. */
const isBeyond = ({ person, workDate, shiftId }: Position, end: Position): boolean =>
  person.id !== end.person.id || workDate > end.workDate || (workDate === end.workDate && shiftId > end.shiftId);

const encode = (order: PersonOrder, { person, workDate, shiftId }: Position): string =>
  Buffer.from(JSON.stringify([order, person.key, person.id, workDate, shiftId])).toString('base64url');

function decode(order: PersonOrder, cursor: string): Position {
  const parts = parse(cursor);
  const [name, key, id, workDate, shiftId] = parts;
  const isWhole = parts.length === 5 && parts.every((part) => typeof part === 'string');
  if (!isWhole || name !== order) throw new DomainError('BAD_USER_INPUT', { details: { fields: ['after'] } });
  return { person: { key: key ?? '', id: id ?? '' }, workDate: workDate ?? '', shiftId: shiftId ?? '' };
}

function parse(cursor: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
